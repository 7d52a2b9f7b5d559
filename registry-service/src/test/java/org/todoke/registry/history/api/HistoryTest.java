package org.todoke.registry.history.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;

/**
 * A day service is renamed on 1 February, moves from Yawatahama to Ozu on 1 March, and closes after
 * 15 March.
 */
@QuarkusTest
@FreshRegistry
class HistoryTest extends RegistryTest {

  private static final String LIST = "/v1/organizations";
  private static final String ONE = LIST + "/{code}";
  private static final String HISTORY = ONE + "/history";

  @BeforeEach
  void live() {
    change("0", "新しい名前", YAWATAHAMA, "15", "2026-02-01");
    change("1", "新しい名前", OZU, "21", "2026-03-01");
    as(EHIME, "registrar")
        .body("{\"lastDay\": \"2026-03-15\"}")
        .post(ONE + "/closure", SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);
  }

  @Test
  void everyPeriodSaysWhatItWasWhoRecordedItAndWhatChanged() {
    as(HIJIKAWA, "responder")
        .get(HISTORY, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("items.sequence", contains(4, 3, 2, 1))
        .body("items.validFrom", contains("2026-03-16", "2026-03-01", "2026-02-01", "2013-04-01"))
        .body("items.validTo", contains(null, "2026-03-15", "2026-02-28", "2026-01-31"))
        .body("items.recordedBy", contains(EHIME, EHIME, EHIME, null))
        .body("items[0].recordedAt", equalTo("2026-04-01T00:00:00Z"))
        .body("items[0].importRun", nullValue())
        .body("items[0].attributes.state", equalTo("closed"))
        .body("items[0].changes.attribute", contains("state"))
        .body("items[0].changes[0].before", equalTo("active"))
        .body("items[1].changes.attribute", contains("municipality", "serviceTypes"))
        .body("items[1].changes.before", contains(YAWATAHAMA, "15"))
        .body("items[1].changes.after", contains(OZU, "21"))
        .body("items[2].changes.attribute", contains("name", "nameKana"))
        .body("items[2].changes[1].after", nullValue())
        .body("items[3].attributes.name", equalTo("デイサービスセンター架空しおさい"))
        .body("items[3].changes", hasSize(0));
  }

  @Test
  void periodsFollowEachOtherThroughThePages() {
    List<Integer> walked = new ArrayList<>();
    String cursor = null;
    do {
      var request = as(HIJIKAWA, "responder").queryParam("limit", 3);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get(HISTORY, SHIOSAI_DAY_SERVICE).then().statusCode(200).extract();
      walked.addAll(page.path("items.sequence"));
      cursor = page.path("next");
    } while (cursor != null);

    assertThat(walked).containsExactly(4, 3, 2, 1);
  }

  @Test
  void unknownOrganizationHasNoHistory() {
    as(HIJIKAWA, "responder").get(HISTORY, NEW_ESTABLISHMENT).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "2013-04-01, デイサービスセンター架空しおさい, lg:382043, active, 15",
    "2026-01-31, デイサービスセンター架空しおさい, lg:382043, active, 15",
    "2026-02-01, 新しい名前, lg:382043, active, 15",
    "2026-02-28, 新しい名前, lg:382043, active, 15",
    "2026-03-01, 新しい名前, lg:382078, active, 21",
    "2026-03-15, 新しい名前, lg:382078, active, 21",
    "2026-03-16, 新しい名前, lg:382078, closed, 21",
    "2030-01-01, 新しい名前, lg:382078, closed, 21",
    "令和8年2月1日, 新しい名前, lg:382043, active, 15",
  })
  void organizationIsShownAsOfAnyDay(
      String day, String name, String municipality, String state, String service) {
    as(HIJIKAWA, "responder")
        .queryParam("asOf", day)
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .header("ETag", nullValue())
        .body("asOf", notNullValue())
        .body("name", equalTo(name))
        .body("municipality", equalTo(municipality))
        .body("state", equalTo(state))
        .body("validTo", equalTo(state.equals("closed") ? "2026-03-15" : null))
        .body("serviceTypes", contains(service))
        .body("services.code", contains(service))
        .body("permittedActions", hasSize(0));
  }

  @Test
  void whatDidNotExistYetIsNotFound() {
    as(HIJIKAWA, "responder")
        .queryParam("asOf", "2013-03-31")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(404)
        .body("code", equalTo("organization.not-yet"));
  }

  @Test
  void listHoldsWhatWasThereOnTheDay() {
    assertThat(asOf("2026-02-28", "municipality", YAWATAHAMA, "kind", "establishment"))
        .hasSize(7)
        .contains(SHIOSAI_DAY_SERVICE);
    assertThat(asOf("2026-03-01", "municipality", YAWATAHAMA, "kind", "establishment"))
        .hasSize(6)
        .doesNotContain(SHIOSAI_DAY_SERVICE);
    assertThat(asOf("2026-03-01", "municipality", OZU, "kind", "establishment"))
        .containsExactly(SHIOSAI_DAY_SERVICE, HIJIKAWA_DAY_SERVICE);
    assertThat(asOf("2013-03-31", "municipality", YAWATAHAMA)).isEmpty();
  }

  @Test
  void conditionsHoldForThePast() {
    assertThat(asOf("2026-03-15", "corporation", SHIOSAI, "state", "active")).hasSize(3);
    assertThat(asOf("2026-03-16", "corporation", SHIOSAI, "state", "active")).hasSize(2);
    assertThat(asOf("2026-03-16", "corporation", SHIOSAI, "state", "closed"))
        .containsExactly(SHIOSAI_DAY_SERVICE);
    assertThat(asOf("2026-02-28", "prefecture", EHIME, "service", "15"))
        .containsExactly(SHIOSAI_DAY_SERVICE, HIJIKAWA_DAY_SERVICE);
    assertThat(asOf("2026-03-01", "prefecture", EHIME, "service", "15"))
        .containsExactly(HIJIKAWA_DAY_SERVICE);
    assertThat(asOf("2026-03-01", "prefecture", EHIME, "listing", "listed")).isEmpty();
    assertThat(asOf("2024-01-01", "kind", "prefecture")).hasSize(47);
    assertThat(asOf("2023-12-31", "kind", "prefecture")).isEmpty();
  }

  @Test
  void pastIsPagedLikeThePresent() {
    List<String> walked = new ArrayList<>();
    String cursor = null;
    do {
      var request =
          as(HIJIKAWA, "responder")
              .queryParam("asOf", "2026-02-10")
              .queryParam("municipality", YAWATAHAMA)
              .queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get(LIST).then().statusCode(200).extract();
      walked.addAll(page.path("items.code"));
      cursor = page.path("next");
    } while (cursor != null);

    assertThat(walked).hasSize(11).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "kind, establishment, query:asOf, organization.as-of-needs-place",
    "state, active, query:asOf, organization.as-of-needs-place",
    "q, しおさい, query:q, organization.not-with-as-of",
    "operatesIn, lg:382043, query:operatesIn, organization.not-with-as-of",
  })
  void whatThePastCannotAnswerIsRefused(
      String name, String value, String pointer, String violation) {
    var violations =
        as(HIJIKAWA, "responder")
            .queryParam("asOf", "2026-02-10")
            .queryParam(name, value)
            .get(LIST)
            .then()
            .statusCode(422)
            .extract()
            .<List<String>>path("violations.collect { it.pointer + ' ' + it.code }");

    assertThat(violations).contains(pointer + ' ' + violation);
  }

  private static List<String> asOf(String day, String... conditions) {
    var request = as(HIJIKAWA, "responder").queryParam("asOf", day).queryParam("limit", 200);
    for (int i = 0; i < conditions.length; i += 2) {
      request.queryParam(conditions[i], conditions[i + 1]);
    }
    return request.get(LIST).then().statusCode(200).extract().path("items.code");
  }

  private static void change(
      String version, String name, String municipality, String service, String effectiveOn) {
    as(EHIME, "registrar")
        .header("If-Match", '"' + version + '"')
        .body(
            """
            {"name": "%s", "municipality": "%s", "corporation": "%s", "serviceTypes": ["%s"],
             "effectiveOn": "%s"}"""
                .formatted(name, municipality, SHIOSAI, service, effectiveOn))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);
  }
}
