package org.todoke.registry.succession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.reference.ReferenceLoader;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class SuccessionTest extends RegistryTest {

  private static final String LIST = "/v1/organizations";
  private static final String ONE = LIST + "/{code}";
  private static final String MERGER = ONE + "/merger";
  private static final String DIVISION = ONE + "/division";
  private static final String NUMBERLESS = "op:0123456789abcdef";

  @Inject ReferenceLoader loader;

  private TopicProbe probe;

  @BeforeEach
  void listen() {
    probe = TopicProbe.fromNow(Topics.ORGANIZATIONS);
  }

  @AfterEach
  void stopListening() {
    probe.close();
  }

  @Test
  void corporationGoesUpInAnotherWithItsEstablishments() {
    merge(YAWATAHAMA, SHIOSAI, MINATO)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("state", equalTo("closed"))
        .body("validTo", equalTo("2026-02-28"));

    assertThat(found("corporation", SHIOSAI)).isEmpty();
    assertThat(found("corporation", MINATO)).hasSize(6).contains(SHIOSAI_DAY_SERVICE);
    ReceivedEvent moved = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(moved);
    assertThat(moved.sequence()).isEqualTo(2);
    assertThat(moved.data().path("corporation").asText()).isEqualTo(MINATO);
    assertThat(moved.data().path("services").get(0).path("code").asText()).isEqualTo("15");
    ReceivedEvent closed = probe.awaitEvent("organization.closed", SHIOSAI);
    EventContract.assertValid(closed);
    assertThat(probe.events(e -> true)).hasSize(4);
  }

  @Test
  void historyAndLinesFollowTheMerger() {
    merge(YAWATAHAMA, SHIOSAI, MINATO).statusCode(200);

    as(HIJIKAWA, "responder")
        .get(ONE + "/history", SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.validFrom", contains("2026-03-01", "2013-04-01"))
        .body("items.validTo", contains(null, "2026-02-28"))
        .body("items[0].recordedBy", equalTo(YAWATAHAMA))
        .body("items[0].changes.attribute", contains("corporation"))
        .body("items[0].changes.after", contains(MINATO));
    assertThat(found("corporation", SHIOSAI, "asOf", "2026-02-28")).hasSize(3);
    assertThat(found("corporation", SHIOSAI, "asOf", "2026-03-01")).isEmpty();
    as(HIJIKAWA, "responder")
        .get(ONE + "/ancestors", SHIOSAI_DAY_SERVICE)
        .then()
        .body("operator.code", contains(MINATO));
  }

  @Test
  void stepIsSeenFromBothEnds() {
    merge(YAWATAHAMA, SHIOSAI, MINATO).statusCode(200);

    as(HIJIKAWA, "responder")
        .get(ONE + "/successors", SHIOSAI)
        .then()
        .statusCode(200)
        .body("items.organization.code", contains(MINATO))
        .body("items[0].organization.state", equalTo("active"))
        .body("items[0].kind", equalTo("merger"))
        .body("items[0].effectiveOn", equalTo("2026-03-01"))
        .body("items[0].recordedBy", equalTo(YAWATAHAMA))
        .body("next", nullValue());
    as(HIJIKAWA, "responder")
        .get(ONE + "/predecessors", MINATO)
        .then()
        .body("items.organization.code", contains(SHIOSAI))
        .body("items[0].organization.state", equalTo("closed"));
    as(HIJIKAWA, "responder").get(ONE + "/successors", MINATO).then().body("items", hasSize(0));
    as(HIJIKAWA, "responder").get(ONE + "/successors", NEW_CORPORATION).then().statusCode(404);
  }

  @Test
  void mergingAgainChangesNothing() {
    merge(YAWATAHAMA, SHIOSAI, MINATO).statusCode(200);

    merge(YAWATAHAMA, SHIOSAI, MINATO).statusCode(200).header("ETag", "\"1\"");

    as(HIJIKAWA, "responder").get(ONE + "/successors", SHIOSAI).then().body("items", hasSize(1));
    // Into somebody else it cannot go any more.
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"1\"")
        .body("{\"into\": \"%s\"}".formatted(USHIO))
        .post(MERGER, SHIOSAI)
        .then()
        .statusCode(409)
        .body("code", equalTo("organization.closed"));
  }

  @Test
  void corporationWhoseNumberBecomesKnownIsNumberedAnew() {
    register(MINISTRY, NUMBERLESS, "corporation", "");
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(establishmentOf(NUMBERLESS))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);

    as(MINISTRY, "registrar")
        .header("If-Match", "\"0\"")
        .body("{\"into\": \"%s\"}".formatted(MINATO))
        .post(MERGER, NUMBERLESS)
        .then()
        .statusCode(200)
        // It was entered today and lasts to the end of the day.
        .body("validTo", equalTo(TODAY.toString()));

    as(HIJIKAWA, "responder")
        .get(ONE + "/successors", NUMBERLESS)
        .then()
        .body("items.kind", contains("renumbering"));
    assertThat(found("corporation", MINATO)).contains(SHIOSAI_DAY_SERVICE);
  }

  @Test
  void numberIsNotGivenUp() {
    register(MINISTRY, NUMBERLESS, "corporation", "");

    refusedMerger(MINISTRY, SHIOSAI, NUMBERLESS, "/into organization.number-would-be-lost");
  }

  @Test
  void establishmentGoesUpInAnother() {
    merge(YAWATAHAMA, SHIOSAI_DAY_SERVICE, "kj:3870498122").statusCode(200);

    as(HIJIKAWA, "responder")
        .get(ONE + "/predecessors", "kj:3870498122")
        .then()
        .body("items.organization.code", contains(SHIOSAI_DAY_SERVICE));
  }

  @Test
  void municipalityGoesUpInAnotherWithAllThatLiesInIt() {
    merge(EHIME, IKATA, YAWATAHAMA).statusCode(200).body("state", equalTo("closed"));

    assertThat(found("municipality", YAWATAHAMA, "kind", "establishment"))
        .hasSize(8)
        .contains(MINATO_IKATA);
    assertThat(found("municipality", IKATA)).isEmpty();
    ReceivedEvent moved = probe.awaitEvent("organization.changed", MINATO_IKATA);
    EventContract.assertValid(moved);
    assertThat(moved.data().path("municipality").asText()).isEqualTo(YAWATAHAMA);
    as(HIJIKAWA, "responder")
        .queryParam("by", "municipality")
        .get(LIST + "/counts")
        .then()
        .body("items.municipality", contains(YAWATAHAMA, OZU))
        .body("items.establishments", contains(8, 1));
  }

  @Test
  void headOfficesMoveWithTheirMunicipality() {
    merge(EHIME, YAWATAHAMA, OZU).statusCode(200);

    assertThat(found("municipality", OZU, "kind", "corporation"))
        .containsExactlyInAnyOrder(SHIOSAI, MINATO, "cn:3999902000103", USHIO, HIJIKAWA);
    as(HIJIKAWA, "responder")
        .get(ONE + "/ancestors", SHIOSAI_DAY_SERVICE)
        .then()
        .body("jurisdiction.code", contains(OZU, EHIME, MINISTRY));
  }

  @Test
  void municipalityOfAnotherPrefectureIsTheMinistrysToMerge() {
    merge(EHIME, IKATA, "lg:392014").statusCode(403);

    merge(MINISTRY, IKATA, "lg:392014").statusCode(200);

    as(HIJIKAWA, "responder")
        .get(ONE, MINATO_IKATA)
        .then()
        .body("prefecture", equalTo(KOCHI))
        .body("municipality", equalTo("lg:392014"));
  }

  @Test
  void whatChangedAfterTheMergerKeepsItsDay() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(establishmentOf(SHIOSAI).replace("}", ", \"effectiveOn\": \"2026-03-20\"}"))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);

    merge(YAWATAHAMA, SHIOSAI, MINATO).statusCode(200);

    as(HIJIKAWA, "responder")
        .get(ONE + "/history", SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.validFrom", contains("2026-03-20", "2026-03-20", "2013-04-01"))
        .body("items.validTo", contains(null, "2026-03-19", "2026-03-19"));
  }

  @Test
  void loadedListsDoNotTakeTheMoveBack() {
    merge(EHIME, IKATA, YAWATAHAMA).statusCode(200);

    assertThat(loader.load()).isZero();
  }

  @Test
  void municipalityIsDividedAsIsSaid() {
    divide(
            EHIME,
            YAWATAHAMA,
            """
            {"effectiveOn": "2026-03-01",
             "parts": [{"into": "%s", "organizations": ["%s", "%s"]}, {"into": "%s"}]}"""
                .formatted(OZU, SHIOSAI, SHIOSAI_DAY_SERVICE, IKATA))
        .statusCode(200)
        .body("state", equalTo("closed"));

    assertThat(found("municipality", OZU))
        .containsExactlyInAnyOrder(HIJIKAWA, SHIOSAI, HIJIKAWA_DAY_SERVICE, SHIOSAI_DAY_SERVICE);
    assertThat(found("municipality", IKATA, "kind", "establishment")).hasSize(1 + 6);
    as(HIJIKAWA, "responder")
        .get(ONE + "/successors", YAWATAHAMA)
        .then()
        .body("items.organization.code", contains(OZU, IKATA))
        .body("items.kind", contains("division", "division"));
    as(HIJIKAWA, "responder")
        .queryParam("limit", 1)
        .queryParam(
            "cursor",
            as(HIJIKAWA, "responder")
                .queryParam("limit", 1)
                .get(ONE + "/successors", YAWATAHAMA)
                .<String>path("next"))
        .get(ONE + "/successors", YAWATAHAMA)
        .then()
        .body("items.organization.code", contains(IKATA));
  }

  @Test
  void whatNobodyTakesOverKeepsThePredecessorAlive() {
    divide(
            EHIME,
            YAWATAHAMA,
            """
            {"parts": [{"into": "%s", "organizations": ["%s"]},
                       {"into": "%s", "organizations": []}]}"""
                .formatted(OZU, SHIOSAI, IKATA))
        .statusCode(409)
        .body("code", equalTo("organization.has-active-below"));

    assertThat(found("municipality", OZU)).doesNotContain(SHIOSAI);
  }

  @Test
  void everyFaultOfADivisionIsNamed() {
    divide(
            EHIME,
            YAWATAHAMA,
            """
            {"parts": [{"into": "%1$s"}, {"into": "%1$s"},
                       {"into": "%2$s", "organizations": ["%3$s", "%4$s"]},
                       {"into": "%5$s", "organizations": ["%4$s"]}]}"""
                .formatted(OZU, IKATA, HIJIKAWA_DAY_SERVICE, SHIOSAI_DAY_SERVICE, YAWATAHAMA))
        .statusCode(422)
        .body(
            "violations.collect { it.pointer + ' ' + it.code }",
            containsInAnyOrder(
                "/parts/1 organization.named-twice",
                "/parts/1 organization.rest-taken-twice",
                "/parts/2 organization.not-below",
                "/parts/3 organization.succeeds-itself",
                "/parts/3 organization.named-twice"));
  }

  @ParameterizedTest
  @CsvSource({
    "cn:2999905000101, cn:2999905000101, organization.succeeds-itself",
    "cn:2999905000101, cn:4999901000301, organization.unknown",
    "cn:2999905000101, lg:382043, organization.other-kind-needed",
    "kj:3870498114, cn:2999905000101, organization.other-kind-needed",
  })
  void impossibleSuccessorIsRefused(String code, String into, String violation) {
    refusedMerger(YAWATAHAMA, code, into, "/into " + violation);
  }

  @Test
  void closedSuccessorIsRefused() {
    merge(YAWATAHAMA, SHIOSAI, MINATO).statusCode(200);

    refusedMerger(YAWATAHAMA, USHIO, SHIOSAI, "/into organization.referred-is-closed");
  }

  @Test
  void whatHasNoSuccessorsIsNotMerged() {
    as(MINISTRY, "registrar")
        .header("If-Match", "\"0\"")
        .body("{\"into\": \"%s\"}".formatted(KOCHI))
        .post(MERGER, EHIME)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("path:code"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-02, date.in-future",
    "2013-03-31, organization.before-last-change",
    "2013-04-01, organization.closed-before-opened"
  })
  void impossibleDayIsRefused(String day, String violation) {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body("{\"into\": \"%s\", \"effectiveOn\": \"%s\"}".formatted(MINATO, day))
        .post(MERGER, SHIOSAI)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/effectiveOn"))
        .body("violations[0].code", equalTo(violation));
    assertThat(found("corporation", SHIOSAI)).hasSize(3);
  }

  @Test
  void versionIsRequiredAndForeignersFindNothing() {
    as(YAWATAHAMA, "registrar")
        .body("{\"into\": \"%s\"}".formatted(MINATO))
        .post(MERGER, SHIOSAI)
        .then()
        .statusCode(428);
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"7\"")
        .body("{\"into\": \"%s\"}".formatted(MINATO))
        .post(MERGER, SHIOSAI)
        .then()
        .statusCode(412);
    merge(OZU, SHIOSAI, MINATO).statusCode(404);
    merge(YAWATAHAMA, IKATA, YAWATAHAMA).statusCode(404);
  }

  private static ValidatableResponse merge(String as, String code, String into) {
    return as(as, "registrar")
        .header("If-Match", "\"0\"")
        .body("{\"into\": \"%s\", \"effectiveOn\": \"2026-03-01\"}".formatted(into))
        .post(MERGER, code)
        .then();
  }

  private static ValidatableResponse divide(String as, String code, String body) {
    return as(as, "registrar").header("If-Match", "\"0\"").body(body).post(DIVISION, code).then();
  }

  private static void refusedMerger(String as, String code, String into, String fault) {
    merge(as, code, into)
        .statusCode(422)
        .body("violations.collect { it.pointer + ' ' + it.code }", contains(fault));
  }

  private static void register(String as, String code, String kind, String more) {
    creatingAs(as, "registrar")
        .body(
            "{\"code\": \"%s\", \"kind\": \"%s\", \"name\": \"架空\"%s}".formatted(code, kind, more))
        .post(LIST)
        .then()
        .statusCode(201);
  }

  private static String establishmentOf(String corporation) {
    return """
        {"name": "移管後", "municipality": "%s", "corporation": "%s", "serviceTypes": ["15"]}"""
        .formatted(YAWATAHAMA, corporation);
  }

  private static List<String> found(String... conditions) {
    var request = as(HIJIKAWA, "responder").queryParam("limit", 200);
    for (int i = 0; i < conditions.length; i += 2) {
      request.queryParam(conditions[i], conditions[i + 1]);
    }
    return request.get(LIST).then().statusCode(200).extract().path("items.code");
  }
}
