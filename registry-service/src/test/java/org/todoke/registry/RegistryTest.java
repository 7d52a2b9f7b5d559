package org.todoke.registry;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.testing.Databases;
import org.todoke.testing.MutableClock;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.Tokens;

/**
 * The running service with the official lists and the sample, as they were loaded at its start, and
 * a clock that stands still.
 */
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "registry"))
public abstract class RegistryTest {

  public static final String MINISTRY = "go:mhlw";
  public static final String DIVISION = "go:mhlw.roken.somu";
  public static final String EHIME = "lg:380008";
  public static final String KOCHI = "lg:390003";
  public static final String YAWATAHAMA = "lg:382043";
  public static final String OZU = "lg:382078";
  public static final String IKATA = "lg:384429";

  /** Works in Yawatahama only, with three establishments. */
  public static final String SHIOSAI = "cn:2999905000101";

  public static final String SHIOSAI_DAY_SERVICE = "kj:3870498114";

  /** Works in Yawatahama with two establishments and in Ikata with one. */
  public static final String MINATO = "cn:5999901000102";

  public static final String MINATO_IKATA = "kj:3873798239";

  /** Is reached by FAX only. */
  public static final String USHIO = "cn:8999905000104";

  public static final String HIJIKAWA = "cn:7999905000105";
  public static final String HIJIKAWA_DAY_SERVICE = "kj:3870798513";

  /** Nobody has these yet; they check, and cannot be given out. */
  public static final String NEW_CORPORATION = "cn:4999901000301";

  public static final String NEW_ESTABLISHMENT = "kj:3870499013";

  protected static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  protected static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  @Inject protected MutableClock clock;

  /** Once is enough where nothing is changed; what changes something asks for more. */
  @BeforeAll
  static void beginWithWhatWasLoaded() {
    Databases.clean(
        ServiceDatabase.ofService("registry"),
        Set.of(),
        Set.of(
            "organization",
            "organization_history",
            "establishment_service",
            "establishment_count",
            "contact",
            "place_code",
            "place_succession"));
  }

  @BeforeEach
  void stopTheClock() {
    clock.set(NOW);
  }

  /** A caller of an organisation in these roles, who sends JSON. */
  protected static RequestSpecification as(String organization, String... roles) {
    return given()
        .auth()
        .oauth2(Tokens.of(organization, roles))
        .header("Accept-Language", "en")
        .contentType(ContentType.JSON);
  }

  protected static RequestSpecification creatingAs(String organization, String... roles) {
    return as(organization, roles).header("Idempotency-Key", UUID.randomUUID());
  }
}
