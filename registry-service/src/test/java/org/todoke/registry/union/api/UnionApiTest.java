package org.todoke.registry.union.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class UnionApiTest extends RegistryTest {

  private static final String UNION = "lg:388017";
  private static final String OTHER_UNION = "lg:388025";
  private static final String MEMBERS = "/v1/organizations/{code}/members";
  private static final String INSURER = "/v1/organizations/{code}/insurer";
  private static final String KOCHI_CITY = "lg:392014";

  private TopicProbe probe;

  @BeforeEach
  void listen() {
    probe = TopicProbe.fromNow(Topics.ORGANIZATIONS);
    register(UNION);
  }

  @AfterEach
  void stopListening() {
    probe.close();
  }

  @Test
  void unionHangsUnderItsPrefectureWithoutMembersAtFirst() {
    as(YAWATAHAMA, "responder")
        .get("/v1/organizations/{code}", UNION)
        .then()
        .body("kind", equalTo("union"))
        .body("parent", equalTo(EHIME))
        .body("prefecture", equalTo(EHIME));
    ReceivedEvent event = probe.awaitEvent("organization.registered", UNION);
    EventContract.assertValid(event);
    assertThat(event.data().get("members").toString()).isEqualTo("[]");
    as(YAWATAHAMA, "responder").get(MEMBERS, UNION).then().body("members", empty());
  }

  @Test
  void membersAreToldWithTheStateOfTheUnion() {
    set(UNION, 0, IKATA, YAWATAHAMA)
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("members.code", contains(YAWATAHAMA, IKATA))
        .body("members.name", contains("八幡浜市", "伊方町"))
        .body("permittedActions", contains("set-members"));

    ReceivedEvent event = probe.awaitEvent("organization.changed", UNION);
    EventContract.assertValid(event);
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.data().get("members").toString()).isEqualTo("[\"lg:382043\",\"lg:384429\"]");
    assertThat(event.data().get("kind").asText()).isEqualTo("union");
  }

  @Test
  void sameMembersAgainChangeNothing() {
    set(UNION, 0, IKATA, YAWATAHAMA);
    probe.awaitEvent("organization.changed", UNION);

    set(UNION, 1, YAWATAHAMA, IKATA).statusCode(200).header("ETag", equalTo("\"1\""));

    Eventually.holdsFor(
        Duration.ofMillis(500),
        () -> assertThat(probe.events(e -> e.type().equals("organization.changed"))).hasSize(1));
  }

  @Test
  void membershipIsKnownForEveryDay() {
    set(UNION, 0, "2024-04-01", YAWATAHAMA, IKATA).statusCode(200);
    set(UNION, 1, "2025-04-01", IKATA, OZU).statusCode(200);

    on("2024-03-31").body("members", empty());
    on("2025-03-31")
        .body("members.code", contains(YAWATAHAMA, IKATA))
        .body("members.find { it.code == 'lg:382043' }.validTo", equalTo("2025-03-31"));
    on("2025-04-01").body("members.code", contains(OZU, IKATA));
    as(YAWATAHAMA, "responder")
        .get(MEMBERS, UNION)
        .then()
        .body("asOf", equalTo(TODAY.toString()))
        .body("members.code", contains(OZU, IKATA))
        .body("permittedActions", empty());
  }

  @Test
  void memberTakenOutAndPutBackOnTheSameDayNeverLeft() {
    set(UNION, 0, YAWATAHAMA, IKATA);
    set(UNION, 1, IKATA);

    set(UNION, 2, YAWATAHAMA, IKATA).statusCode(200).body("members.code.size()", equalTo(2));

    as(YAWATAHAMA, "responder").get(INSURER, YAWATAHAMA).then().body("insurer", equalTo(UNION));
  }

  @Test
  void insurerIsTheUnionOrTheMunicipalityItself() {
    set(UNION, 0, YAWATAHAMA);

    as(YAWATAHAMA, "responder")
        .get(INSURER, YAWATAHAMA)
        .then()
        .body("insurer", equalTo(UNION))
        .body("kind", equalTo("union"))
        .body("name", equalTo("架空広域連合"));
    as(YAWATAHAMA, "responder")
        .get(INSURER, OZU)
        .then()
        .body("insurer", equalTo(OZU))
        .body("kind", equalTo("municipality"));
    as(YAWATAHAMA, "responder").get(INSURER, EHIME).then().statusCode(404);
  }

  @Test
  void onlyRegistrarsAboveTheUnionSetItsMembers() {
    for (String registrar : List.of(KOCHI, YAWATAHAMA, UNION, OZU)) {
      as(registrar, "registrar")
          .header("If-Match", "\"0\"")
          .body(body(null, YAWATAHAMA))
          .put(MEMBERS, UNION)
          .then()
          .statusCode(404)
          .body("code", equalTo("union.not-found"));
    }
    as(MINISTRY, "registrar")
        .header("If-Match", "\"0\"")
        .body(body(null, YAWATAHAMA))
        .put(MEMBERS, UNION)
        .then()
        .statusCode(200);
  }

  @Test
  void changeNeedsTheVersionThatWasRead() {
    as(EHIME, "registrar").body(body(null, YAWATAHAMA)).put(MEMBERS, UNION).then().statusCode(428);
    set(UNION, 7, YAWATAHAMA).statusCode(412);
  }

  @ParameterizedTest
  @CsvSource({
    "lg:392014, union.member-in-other-prefecture",
    "lg:380008, organization.other-kind-needed",
    "cn:2999905000101, organization.other-kind-needed",
    "lg:382140, organization.unknown",
    "lg:382078, union.member-elsewhere",
    "lg:382043, union.member-twice",
  })
  void whoCannotBeAMemberIsNamed(String code, String fault) {
    register(OTHER_UNION);
    set(OTHER_UNION, 0, OZU).statusCode(200);

    set(UNION, 0, YAWATAHAMA, code)
        .statusCode(422)
        .body("violations.pointer", contains("/members/1"))
        .body("violations.code", contains(fault));

    as(EHIME, "registrar").get(MEMBERS, UNION).then().body("members", empty());
  }

  @Test
  void changeCannotReachBehindTheLastOneOrIntoTheFuture() {
    set(UNION, 0, "2025-04-01", YAWATAHAMA).statusCode(200);

    set(UNION, 1, "2025-03-31", IKATA)
        .statusCode(422)
        .body("violations.code", contains("organization.before-last-change"));
    set(UNION, 1, "2026-04-02", IKATA)
        .statusCode(422)
        .body("violations.code", contains("date.in-future"));
  }

  @Test
  void municipalityHasNoMembers() {
    as(EHIME, "registrar").get(MEMBERS, YAWATAHAMA).then().statusCode(404);
  }

  @Test
  void memberIsNotClosedUnderItsUnion() {
    String town = "lg:383864";
    set(UNION, 0, town).statusCode(200);

    as(EHIME, "registrar")
        .post("/v1/organizations/{code}/closure", town)
        .then()
        .statusCode(409)
        .body("detail", containsString("架空広域連合"));

    set(UNION, 1).statusCode(200);
    as(EHIME, "registrar").post("/v1/organizations/{code}/closure", town).then().statusCode(200);
  }

  @Test
  void closedUnionInsuresForNobody() {
    set(UNION, 0, "2025-04-01", YAWATAHAMA).statusCode(200);

    as(EHIME, "registrar")
        .body("{\"lastDay\": \"2026-03-31\"}")
        .post("/v1/organizations/{code}/closure", UNION)
        .then()
        .statusCode(200);

    as(EHIME, "registrar").get(INSURER, YAWATAHAMA).then().body("insurer", equalTo(YAWATAHAMA));
    assertThat(probe.awaitEvent("organization.closed", UNION).data().get("members").toString())
        .isEqualTo("[]");
    on("2026-03-31").body("members.code", contains(YAWATAHAMA));
    set(UNION, 2, IKATA).statusCode(409);
  }

  /** Set-based statements tell of organisations by the function; the service tells by itself. */
  @Test
  void databaseAndServiceTellTheSameOfAUnion() throws SQLException {
    set(UNION, 0, IKATA, YAWATAHAMA);
    ReceivedEvent event = probe.awaitEvent("organization.changed", UNION);

    try (Connection connection = TestDatabase.named("todoke_registry").connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select cast(organization_event_data(o) as jsonb) = cast('%s' as jsonb)
                  from organization o where code = '%s'"""
                    .formatted(event.data(), UNION))) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
    }
  }

  @Test
  void municipalitiesOfThePrefectureAreListedBesideIt() {
    as(EHIME, "responder")
        .queryParam("kind", "union")
        .get("/v1/organizations")
        .then()
        .body("items.code", contains(UNION));
    as(EHIME, "responder")
        .queryParam("limit", 100)
        .get("/v1/organizations/{code}/children", EHIME)
        .then()
        .body("items.code", hasItem(UNION))
        .body("items.code", not(hasItem(KOCHI_CITY)));
    as(EHIME, "responder")
        .get("/v1/organizations/{code}/ancestors", UNION)
        .then()
        .body("jurisdiction.code", contains(EHIME, MINISTRY));
  }

  private static void register(String code) {
    creatingAs(EHIME, "registrar")
        .body(
            """
            {"code": "%s", "kind": "union", "name": "架空広域連合", "parent": "%s",
             "validFrom": "2020-04-01"}"""
                .formatted(code, EHIME))
        .post("/v1/organizations")
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse on(String day) {
    return as(YAWATAHAMA, "responder").queryParam("asOf", day).get(MEMBERS, UNION).then();
  }

  private static ValidatableResponse set(String union, int version, String... members) {
    boolean dated = members.length > 0 && members[0].startsWith("2");
    String[] codes = dated ? Arrays.copyOfRange(members, 1, members.length) : members;
    return as(EHIME, "registrar")
        .header("If-Match", "\"" + version + "\"")
        .body(body(dated ? members[0] : null, codes))
        .put(MEMBERS, union)
        .then();
  }

  private static String body(@Nullable String effectiveOn, String... members) {
    String codes =
        Arrays.stream(members).map(c -> "\"" + c + "\"").collect(Collectors.joining(","));
    return "{\"members\": [%s]%s}"
        .formatted(codes, effectiveOn == null ? "" : ", \"effectiveOn\": \"" + effectiveOn + "\"");
  }
}
