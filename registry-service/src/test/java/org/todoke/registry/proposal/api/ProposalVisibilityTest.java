package org.todoke.registry.proposal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.TestDatabase;

/** Who sees proposals, and who decides them. */
@QuarkusTest
@FreshRegistry
class ProposalVisibilityTest extends RegistryTest {

  private static final String PROPOSALS = "/v1/proposals";
  private static final String NAME = "{\"kind\": \"name\", \"name\": {\"name\": \"架空\"}}";
  private static final String ADDRESS =
      "{\"kind\": \"address\", \"address\": {\"address\": \"架空町1番地\"}}";

  private String inYawatahama = "";
  private String inOzu = "";

  @BeforeEach
  void twoOrganizationsPropose() {
    inYawatahama = propose(SHIOSAI_DAY_SERVICE, NAME);
    inOzu = propose(HIJIKAWA_DAY_SERVICE, NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {YAWATAHAMA, SHIOSAI, SHIOSAI_DAY_SERVICE})
  void organizationAndThoseAboveItSeeIt(String viewer) {
    as(viewer, "registrar", "responder")
        .get(PROPOSALS)
        .then()
        .statusCode(200)
        .body("items.organization", contains(SHIOSAI_DAY_SERVICE));
    as(viewer, "registrar").get(inYawatahama).then().statusCode(200);
    as(viewer, "registrar").get(inOzu).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {EHIME, MINISTRY, DIVISION})
  void thoseAboveBothSeeBoth(String viewer) {
    as(viewer, "registrar").get(PROPOSALS).then().body("items", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {KOCHI, IKATA, MINATO, "kj:3870498122", "lg:016951"})
  void nobodyElseKnowsOfThem(String viewer) {
    as(viewer, "registrar", "responder").get(PROPOSALS).then().body("items", empty());
    as(viewer, "registrar").get(inYawatahama).then().statusCode(404);
    as(viewer, "registrar").post(inYawatahama + "/approval").then().statusCode(404);
    as(viewer, "registrar").post(inYawatahama + "/refusal").then().statusCode(404);
    as(viewer, "registrar").post(inYawatahama + "/withdrawal").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "lg:382043, approval, 200",
    "lg:380008, approval, 200",
    "go:mhlw, refusal, 200",
    "cn:2999905000101, approval, 403",
    "cn:2999905000101, refusal, 403",
    "kj:3870498114, approval, 403",
    "kj:3870498114, withdrawal, 200",
    "lg:382043, withdrawal, 403",
  })
  void registrarsOfItsPlaceDecideAndItselfWithdraws(String caller, String decision, int status) {
    as(caller, "registrar").post(inYawatahama + "/" + decision).then().statusCode(status);
  }

  @Test
  void refusalSaysWhyAndIsNotRepeated() {
    as(YAWATAHAMA, "registrar")
        .body("{\"comment\": \"指定の変更届を先に出してください\"}")
        .post(inYawatahama + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("refused"))
        .body("comment", equalTo("指定の変更届を先に出してください"));
    as(EHIME, "registrar")
        .post(inYawatahama + "/refusal")
        .then()
        .statusCode(200)
        .body("decidedBy", equalTo(YAWATAHAMA));
    as(YAWATAHAMA, "registrar")
        .post(inYawatahama + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("proposal.decided"));
  }

  @Test
  void listIsPagedByAgeAndFiltered() {
    propose(SHIOSAI_DAY_SERVICE, ADDRESS);
    as(YAWATAHAMA, "registrar").post(inYawatahama + "/refusal").then().statusCode(200);

    Response first = as(EHIME, "registrar").queryParam("limit", 2).get(PROPOSALS);
    assertThat(first.<List<String>>path("items.id")).hasSize(2);
    as(EHIME, "registrar")
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get(PROPOSALS)
        .then()
        .body("items", hasSize(1));
    as(YAWATAHAMA, "registrar")
        .queryParam("state", "proposed")
        .get(PROPOSALS)
        .then()
        .body("items.kind", contains("address"))
        .body("items[0].permittedActions", contains("approve", "refuse"));
    as(EHIME, "registrar")
        .queryParam("organization", HIJIKAWA_DAY_SERVICE)
        .queryParam("kind", "name")
        .get(PROPOSALS)
        .then()
        .body("items.organization", contains(HIJIKAWA_DAY_SERVICE));
  }

  /** The second lock: what the database itself shows, whatever the service asks. */
  @Test
  void databaseHoldsBackWhatIsNotTheViewers() throws SQLException {
    assertThat(shownTo("")).isEmpty();
    assertThat(shownTo(KOCHI)).isEmpty();
    assertThat(shownTo(YAWATAHAMA)).containsExactly(SHIOSAI_DAY_SERVICE);
    assertThat(shownTo(HIJIKAWA_DAY_SERVICE)).containsExactly(HIJIKAWA_DAY_SERVICE);
    assertThat(shownTo(MINISTRY)).hasSize(2);
    assertThat(shownTo("system")).hasSize(2);
  }

  private static List<String> shownTo(String viewer) throws SQLException {
    List<String> organizations = new ArrayList<>();
    try (Connection connection = TestDatabase.named("todoke_registry").connectAsApp();
        PreparedStatement scope =
            connection.prepareStatement("select set_config('todoke.org', ?, false)");
        PreparedStatement statement =
            connection.prepareStatement("select organization from proposal order by 1")) {
      scope.setString(1, viewer);
      scope.execute();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          organizations.add(rows.getString(1));
        }
      }
    }
    return organizations;
  }

  private static String propose(String organization, String body) {
    return creatingAs(organization, "responder")
        .header("If-Match", "\"0\"")
        .body(body)
        .post("/v1/organizations/{code}/proposals", organization)
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }
}
