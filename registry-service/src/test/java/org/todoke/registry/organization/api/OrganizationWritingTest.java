package org.todoke.registry.organization.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class OrganizationWritingTest extends RegistryTest {

  private static final String ORGANIZATIONS = "/v1/organizations";
  private static final String ONE = ORGANIZATIONS + "/{code}";
  private static final String CLOSURE = ONE + "/closure";

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
  void registeredOrganizationIsThereAndToldOf() {
    creatingAs(YAWATAHAMA, "registrar")
        .body(establishment(NEW_ESTABLISHMENT, "\"validFrom\": \"平成25年7月11日\","))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(201)
        .header("Location", containsString(ORGANIZATIONS + "/" + NEW_ESTABLISHMENT))
        .body("prefecture", equalTo(EHIME))
        .body("validFrom", equalTo("2013-07-11"))
        .body(
            "permittedActions",
            contains("change", "close", "merge", "divide", "read-contacts", "add-contact"));

    as(HIJIKAWA, "responder")
        .queryParam("q", "ｹﾝｼｭｳ")
        .get(ORGANIZATIONS)
        .then()
        .body("items.code", contains(NEW_ESTABLISHMENT));
    ReceivedEvent event = probe.awaitEvent("organization.registered", NEW_ESTABLISHMENT);
    EventContract.assertValid(event);
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.event().getTime()).hasToString("2013-07-10T15:00Z");
    assertThat(event.extension("recordedtime")).startsWith("2026-04-01T00:00");
    assertThat(event.data().get("municipality").asText()).isEqualTo(YAWATAHAMA);
    assertThat(event.data().has("parent")).isFalse();
  }

  @Test
  void doubtfulEstablishmentNumberIsWarnedOfAndTaken() {
    creatingAs(YAWATAHAMA, "registrar")
        .body(establishment("kj:3870499012", ""))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(201)
        .body("warnings", contains("establishment-number.check-digit"));
  }

  @Test
  void repeatedRequestIsAnsweredAlikeAndDoneOnce() {
    String key = UUID.randomUUID().toString();
    String body = establishment(NEW_ESTABLISHMENT, "");
    var first =
        as(YAWATAHAMA, "registrar").header("Idempotency-Key", key).body(body).post(ORGANIZATIONS);
    var second =
        as(YAWATAHAMA, "registrar").header("Idempotency-Key", key).body(body).post(ORGANIZATIONS);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.asString()).isEqualTo(first.asString());
    probe.awaitEvent("organization.registered", NEW_ESTABLISHMENT);
    onlySoManyEventsOf(NEW_ESTABLISHMENT, 1);
  }

  @Test
  void keyIsRequiredToCreate() {
    as(YAWATAHAMA, "registrar")
        .body(establishment(NEW_ESTABLISHMENT, ""))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency.key-missing"));
  }

  @Test
  void codeIsGivenOnce() {
    creatingAs(YAWATAHAMA, "registrar")
        .body(establishment(SHIOSAI_DAY_SERVICE, ""))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(409)
        .body("code", equalTo("organization.already-registered"));
  }

  @Test
  void registeringOutsideTheJurisdictionIsRefused() {
    creatingAs(OZU, "registrar")
        .body(establishment(NEW_ESTABLISHMENT, ""))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(403)
        .body("code", equalTo("organization.outside-jurisdiction"));
    as(OZU, "registrar").get(ONE, NEW_ESTABLISHMENT).then().statusCode(404);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    creatingAs(MINISTRY, "registrar")
        .body(
            """
            {"code": "cn:1020000113616", "kind": "corporation", "name": "架空",
             "parent": "lg:380008", "prefecture": "lg:480002", "serviceTypes": ["15"]}""")
        .post(ORGANIZATIONS)
        .then()
        .statusCode(422)
        .body("code", equalTo("request.invalid"))
        .body(
            "violations.collect { it.pointer + ' ' + it.code }",
            containsInAnyOrder(
                "/code corporate-number.check-digit",
                "/parent organization.attribute-not-for-kind",
                "/prefecture organization.unknown",
                "/serviceTypes organization.attribute-not-for-kind"));
  }

  @Test
  void dayThatTheCalendarDoesNotHaveIsRefused() {
    creatingAs(YAWATAHAMA, "registrar")
        .body(establishment(NEW_ESTABLISHMENT, "\"validFrom\": \"平成25年2月30日\","))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/validFrom"))
        .body("violations[0].code", equalTo("date.not-a-day"));
  }

  @Test
  void dayToComeIsRefused() {
    creatingAs(YAWATAHAMA, "registrar")
        .body(establishment(NEW_ESTABLISHMENT, "\"validFrom\": \"2026-04-02\","))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("date.in-future"));
  }

  @Test
  void bodyIsReadStrictly() {
    for (String bad :
        List.of(
            "{",
            establishment(NEW_ESTABLISHMENT, "\"colour\": \"red\","),
            establishment(NEW_ESTABLISHMENT, "\"nameKana\": 7,"),
            establishment(NEW_ESTABLISHMENT, "\"nameKana\": \"" + "ア".repeat(401) + "\","),
            establishment("kj:38I0400011", ""),
            "[]")) {
      int status = creatingAs(YAWATAHAMA, "registrar").body(bad).post(ORGANIZATIONS).statusCode();
      assertThat(status).as(bad).isIn(400, 422);
    }
    as(YAWATAHAMA, "registrar").get(ONE, NEW_ESTABLISHMENT).then().statusCode(404);
  }

  @Test
  void changeIsCountedToldAndKeptInTheHistory() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(change("デイサービス新しおさい", "\"effectiveOn\": \"2026-03-01\","))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo("デイサービス新しおさい"))
        .body("version", equalTo(1));

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(event);
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.data().get("name").asText()).isEqualTo("デイサービス新しおさい");
    assertThat(event.data().get("channels").toString())
        .isEqualTo("[\"email\",\"fax\",\"telephone\"]");
    as(YAWATAHAMA, "registrar")
        .queryParam("q", "新しおさい")
        .get(ORGANIZATIONS)
        .then()
        .body("items.code", contains(SHIOSAI_DAY_SERVICE));
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"1\"")
        .body(change("もっと新しい", "\"effectiveOn\": \"2026-02-28\","))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("organization.before-last-change"));
  }

  @Test
  void changeToWhatItIsAlreadyTellsNothing() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(change("デイサービスセンター架空しおさい", "\"nameKana\": \"デイサービスセンターカクウシオサイ\","))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"");

    onlySoManyEventsOf(SHIOSAI_DAY_SERVICE, 0);
  }

  @Test
  void changeNeedsTheVersionThatWasRead() {
    as(YAWATAHAMA, "registrar")
        .body(change("新", ""))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(428)
        .body("code", equalTo("request.precondition-required"));
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"7\"")
        .body(change("新", ""))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(412)
        .body("code", equalTo("request.stale"));
  }

  @Test
  void nobodyChangesWhatLiesElsewhere() {
    for (String foreign : List.of(OZU, KOCHI, MINATO, SHIOSAI)) {
      as(foreign, "registrar")
          .header("If-Match", "\"0\"")
          .body(change("新", ""))
          .put(ONE, SHIOSAI_DAY_SERVICE)
          .then()
          .statusCode(404);
      as(foreign, "registrar").post(CLOSURE, SHIOSAI_DAY_SERVICE).then().statusCode(404);
    }
  }

  @Test
  void nothingIsMovedOutOfTheOwnJurisdiction() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(
            """
            {"name": "新", "municipality": "%s", "corporation": "%s"}"""
                .formatted(OZU, SHIOSAI))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(403);
    as(EHIME, "registrar")
        .header("If-Match", "\"0\"")
        .body(
            """
            {"name": "新", "municipality": "%s", "corporation": "%s"}"""
                .formatted(OZU, SHIOSAI))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("municipality", equalTo(OZU));
  }

  @Test
  void closedOrganizationStaysAndIsToldOf() {
    as(YAWATAHAMA, "registrar")
        .body("{\"lastDay\": \"令和8年3月31日\"}")
        .post(CLOSURE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"))
        .body("validTo", equalTo("2026-03-31"))
        .body("permittedActions", contains("reopen", "read-contacts"));

    ReceivedEvent event = probe.awaitEvent("organization.closed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(event);
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.data().get("validTo").asText()).isEqualTo("2026-03-31");
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"1\"")
        .body(change("新", ""))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(409)
        .body("code", equalTo("organization.closed"));
  }

  @Test
  void closingAgainChangesNothing() {
    as(YAWATAHAMA, "registrar").post(CLOSURE, SHIOSAI_DAY_SERVICE).then().statusCode(200);
    clock.advance(Duration.ofDays(10));

    as(YAWATAHAMA, "registrar")
        .post(CLOSURE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("validTo", equalTo(TODAY.toString()))
        .body("version", equalTo(1));

    probe.awaitEvent("organization.closed", SHIOSAI_DAY_SERVICE);
    onlySoManyEventsOf(SHIOSAI_DAY_SERVICE, 1);
  }

  @Test
  void whatHasSomebodyBelowIsClosedAfterThem() {
    as(YAWATAHAMA, "registrar")
        .post(CLOSURE, SHIOSAI)
        .then()
        .statusCode(409)
        .body("code", equalTo("organization.has-active-below"))
        .body("detail", containsString("3 active"))
        .body("detail", containsString("グループホーム架空しおさい"));

    for (String establishment : List.of("kj:3870498114", "kj:3870498122", "kj:3890498136")) {
      as(YAWATAHAMA, "registrar").post(CLOSURE, establishment).then().statusCode(200);
    }
    as(YAWATAHAMA, "registrar").post(CLOSURE, SHIOSAI).then().statusCode(200);
    creatingAs(YAWATAHAMA, "registrar")
        .body(establishment(NEW_ESTABLISHMENT, ""))
        .post(ORGANIZATIONS)
        .then()
        .statusCode(422)
        .body("violations.code", contains("organization.referred-is-closed"));
  }

  @Test
  void closingBeforeTheLastChangeIsRefused() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body(change("新", "\"effectiveOn\": \"2026-03-20\","))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);

    as(YAWATAHAMA, "registrar")
        .body("{\"lastDay\": \"2026-03-18\"}")
        .post(CLOSURE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/lastDay"))
        .body("violations[0].code", equalTo("organization.before-last-change"));
  }

  @Test
  void closingBeforeTheBeginningIsRefused() {
    as(YAWATAHAMA, "registrar")
        .body("{\"lastDay\": \"2013-03-31\"}")
        .post(CLOSURE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("organization.closed-before-opened"));
  }

  private void onlySoManyEventsOf(String code, int count) {
    Eventually.holdsFor(
        Duration.ofMillis(500),
        () -> assertThat(probe.events(e -> e.subject().equals(code))).hasSize(count));
  }

  private static String establishment(String code, String more) {
    String kana = more.contains("nameKana") ? "" : "\"nameKana\": \"ケンシュウショ\",";
    return """
        {"code": "%s", "kind": "establishment", "name": "架空研修所", %s %s
         "municipality": "%s", "corporation": "%s", "serviceTypes": ["15"]}"""
        .formatted(code, kana, more, YAWATAHAMA, SHIOSAI);
  }

  private static String change(String name, String more) {
    return """
        {"name": "%s", %s "prefecture": "%s", "municipality": "%s", "corporation": "%s",
         "serviceTypes": ["15"]}"""
        .formatted(name, more, EHIME, YAWATAHAMA, SHIOSAI);
  }
}
