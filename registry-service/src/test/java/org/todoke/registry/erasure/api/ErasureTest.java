package org.todoke.registry.erasure.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.TestRows;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class ErasureTest extends RegistryTest {

  private static final String LIST = "/v1/organizations";
  private static final String ONE = LIST + "/{code}";
  private static final String ERASURE = ONE + "/erasure";
  private static final String NAME = "消されるべき介護所";
  private static final String BASIS = "個人情報の保護に関する法律第99条（令和8年3月31日請求）";

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
  void erasureTellsTheWorldWithARecordThatHasNoBody() {
    register(NEW_ESTABLISHMENT);
    close(NEW_ESTABLISHMENT);

    erase(NEW_ESTABLISHMENT)
        .statusCode(200)
        .body("organization", equalTo(NEW_ESTABLISHMENT))
        .body("reason", equalTo("data-subject-request"))
        .body("legalBasis", equalTo(BASIS))
        .body("erasedBy", equalTo(MINISTRY))
        .body("erasedAt", equalTo(NOW.toString()));

    ReceivedEvent told = probe.awaitEvent("organization.erased", NEW_ESTABLISHMENT);
    EventContract.assertValid(told);
    assertThat(told.event().getData()).isNull();
    assertThat(told.key()).isEqualTo(NEW_ESTABLISHMENT);
    assertThat(told.sequence())
        .isEqualTo(1 + probe.awaitEvent("organization.closed", NEW_ESTABLISHMENT).sequence());
  }

  @Test
  void nothingThatWasSaidOfItIsInAnyTable() {
    register(NEW_ESTABLISHMENT);
    creatingAs(MINISTRY, "registrar")
        .body("{\"channel\": \"fax\", \"value\": \"0894-77-7777\"}")
        .post(ONE + "/contacts", NEW_ESTABLISHMENT)
        .then()
        .statusCode(201);
    creatingAs(NEW_ESTABLISHMENT, "responder")
        .header("If-Match", "*")
        .body("{\"kind\": \"name\", \"name\": {\"name\": \"%s新館\"}}".formatted(NAME))
        .post(ONE + "/proposals", NEW_ESTABLISHMENT)
        .then()
        .statusCode(201);
    close(NEW_ESTABLISHMENT);
    probe.awaitEvent("organization.closed", NEW_ESTABLISHMENT);
    assertThat(TestRows.tablesWith(NAME))
        .contains(
            "establishment_service",
            "idempotency_key",
            "organization",
            "organization_history",
            "proposal");
    assertThat(TestRows.tablesWith("0894-77-7777")).contains("contact");

    erase(NEW_ESTABLISHMENT).statusCode(200);

    probe.awaitEvent("organization.erased", NEW_ESTABLISHMENT);
    Eventually.assertThat(() -> assertThat(TestRows.tablesWith(NAME)).isEmpty());
    assertThat(TestRows.tablesWith("架空町9-9")).isEmpty();
    assertThat(TestRows.tablesWith("0894-77-7777")).isEmpty();
    assertThat(
            TestRows.of(
                "select search_key || cast(search as text) from organization where code = '%s'"
                    .formatted(NEW_ESTABLISHMENT)))
        .containsExactly("");
  }

  @Test
  void corporationIsErasedWithItsSpellings() {
    TestRows.change(
        """
        insert into name_variant (organization, name, occurrences, first_listed_on, last_listed_on)
        values ('%1$s', '消える綴り', 1, '2025-12-31', '2025-12-31');
        insert into suspected_pair (first_code, second_code, reason, places, state, found_at)
        values ('%1$s', '%2$s', 'same-name-other-number', '{lg:380008}', 'open', now());
        update establishment_service set corporation = '%1$s', corporation_name = '消える綴り'
         where establishment = '%3$s'"""
            .formatted(SHIOSAI, MINATO, SHIOSAI_DAY_SERVICE));
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "*")
        .body("{\"into\": \"%s\"}".formatted(MINATO))
        .post(ONE + "/merger", SHIOSAI)
        .then()
        .statusCode(200);

    erase(SHIOSAI).statusCode(200);

    assertThat(TestRows.tablesWith("消える綴り")).isEmpty();
    assertThat(TestRows.of("select id from suspected_pair")).isEmpty();
    // Who took over is still known; what it was called is not.
    as(KOCHI, "auditor")
        .get(ONE + "/predecessors", MINATO)
        .then()
        .body("items.organization.code", contains(SHIOSAI))
        .body("items.organization.name", contains("（削除済み）"));
  }

  @Test
  void everybodySeesThatItWasErasedAndTheMinistryAloneOnWhichBasis() {
    register(NEW_ESTABLISHMENT);
    close(NEW_ESTABLISHMENT);
    as(MINISTRY, "registrar")
        .get(ONE, NEW_ESTABLISHMENT)
        .then()
        .body("permittedActions", hasItem("erase"));
    as(EHIME, "registrar")
        .get(ONE, NEW_ESTABLISHMENT)
        .then()
        .body("permittedActions", not(hasItem("erase")))
        .body("erasedAt", nullValue());

    erase(NEW_ESTABLISHMENT).statusCode(200);

    as(KOCHI, "responder")
        .get(ONE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(200)
        .body("name", equalTo("（削除済み）"))
        .body("state", equalTo("closed"))
        .body("erasedAt", equalTo(NOW.toString()))
        .body("municipality", equalTo(YAWATAHAMA))
        .body("address", nullValue())
        .body("services", empty())
        .body("channels", empty());
    as(KOCHI, "responder")
        .get(ONE + "/history", NEW_ESTABLISHMENT)
        .then()
        .body("items.attributes.name", contains("（削除済み）", "（削除済み）"));
    as(KOCHI, "responder")
        .queryParam("q", NAME)
        .get(LIST)
        .then()
        .statusCode(200)
        .body("items", empty());
    as(DIVISION, "auditor").get(ERASURE, NEW_ESTABLISHMENT).then().statusCode(200);
    as(EHIME, "registrar").get(ERASURE, NEW_ESTABLISHMENT).then().statusCode(404);
    as(MINISTRY, "registrar").get(ERASURE, SHIOSAI).then().statusCode(404);
  }

  @Test
  void erasingAgainChangesNothing() {
    register(NEW_ESTABLISHMENT);
    close(NEW_ESTABLISHMENT);
    erase(NEW_ESTABLISHMENT).statusCode(200);
    clock.advance(java.time.Duration.ofHours(1));

    as(MINISTRY, "registrar")
        .body("{\"reason\": \"court-order\", \"legalBasis\": \"別の根拠\"}")
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(200)
        .body("reason", equalTo("data-subject-request"))
        .body("erasedAt", equalTo(NOW.toString()));

    probe.awaitEvent("organization.erased", NEW_ESTABLISHMENT);
    assertThat(TestRows.of("select seq from erasure")).hasSize(1);
    assertThat(TestRows.of("select id from outbox")).isEmpty();
    assertThat(probe.events(e -> e.type().equals("organization.erased"))).hasSize(1);
  }

  @Test
  void whatIsActiveIsNotErased() {
    erase(SHIOSAI_DAY_SERVICE).statusCode(409).body("code", equalTo("organization.still-active"));
    erase(SHIOSAI).statusCode(409).body("code", equalTo("organization.still-active"));
  }

  /** No route leads there; the erasure does not rely on that. */
  @Test
  void closedCorporationWithActiveEstablishmentsIsNotErased() {
    TestRows.change(
        "update organization set state = 'closed', valid_to = '2026-03-31' where code = '%s'"
            .formatted(SHIOSAI));

    erase(SHIOSAI).statusCode(409).body("code", equalTo("organization.has-active-below"));
  }

  @ParameterizedTest
  @CsvSource({"lg:380008", "lg:382043", "go:mhlw", "go:mhlw.roken.somu"})
  void authoritiesAreNotErased(String code) {
    erase(code)
        .statusCode(422)
        .body("violations[0].code", equalTo("organization.other-kind-needed"));
  }

  @ParameterizedTest
  @CsvSource({"go:mhlw.roken.somu", "lg:380008", "lg:382043", "cn:2999905000101"})
  void nobodyButTheMinistryErases(String caller) {
    register(NEW_ESTABLISHMENT);
    close(NEW_ESTABLISHMENT);

    as(caller, "registrar")
        .header("If-Match", "*")
        .body(body("data-subject-request", BASIS))
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(404)
        .body("code", equalTo("organization.not-found"));
    as(MINISTRY, "admin", "integrator", "auditor")
        .header("If-Match", "*")
        .body(body("data-subject-request", BASIS))
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(403);
    assertThat(TestRows.tablesWith(NAME)).contains("organization");
  }

  @Test
  void versionReasonAndBasisAreAskedFor() {
    register(NEW_ESTABLISHMENT);
    close(NEW_ESTABLISHMENT);

    as(MINISTRY, "registrar")
        .body(body("data-subject-request", BASIS))
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(428);
    as(MINISTRY, "registrar")
        .header("If-Match", "\"0\"")
        .body(body("data-subject-request", BASIS))
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(412);
    as(MINISTRY, "registrar")
        .header("If-Match", "*")
        .body("{\"legalBasis\": \" \"}")
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(422)
        .body("violations.size()", equalTo(2));
    as(MINISTRY, "registrar")
        .header("If-Match", "*")
        .body(body("court-order", "あ".repeat(401)))
        .post(ERASURE, NEW_ESTABLISHMENT)
        .then()
        .statusCode(422);
  }

  @Test
  void itIsNotReopenedButItsCodeMayBeRegisteredAnew() {
    register(NEW_ESTABLISHMENT);
    close(NEW_ESTABLISHMENT);
    erase(NEW_ESTABLISHMENT).statusCode(200);

    as(MINISTRY, "registrar")
        .post(ONE + "/reopening", NEW_ESTABLISHMENT)
        .then()
        .statusCode(409)
        .body("code", equalTo("organization.erased"));

    register(NEW_ESTABLISHMENT);

    ReceivedEvent erased = probe.awaitEvent("organization.erased", NEW_ESTABLISHMENT);
    ReceivedEvent again =
        probe.awaitEvent(
            e ->
                e.type().equals("organization.registered")
                    && e.subject().equals(NEW_ESTABLISHMENT)
                    && e.sequence() > erased.sequence());
    EventContract.assertValid(again);
    assertThat(again.data().path("name").asText()).isEqualTo(NAME);
    as(KOCHI, "responder")
        .get(ONE, NEW_ESTABLISHMENT)
        .then()
        .body("name", equalTo(NAME))
        .body("state", equalTo("active"))
        .body("erasedAt", nullValue())
        .body("services.code", contains("15"))
        .body("services.name", contains(NAME));
    as(KOCHI, "responder")
        .get(ONE + "/history", NEW_ESTABLISHMENT)
        .then()
        .body("items.attributes.name", contains(NAME, "（削除済み）", "（削除済み）"));
    as(MINISTRY, "registrar").get(ERASURE, NEW_ESTABLISHMENT).then().statusCode(200);
  }

  private static void register(String code) {
    creatingAs(MINISTRY, "registrar")
        .body(
            """
            {"code": "%s", "kind": "establishment", "name": "%s", "municipality": "%s",
             "corporation": "%s", "serviceTypes": ["15"], "address": "架空町9-9"}"""
                .formatted(code, NAME, YAWATAHAMA, SHIOSAI))
        .post(LIST)
        .then()
        .statusCode(201);
  }

  private static void close(String code) {
    as(MINISTRY, "registrar").post(ONE + "/closure", code).then().statusCode(200);
  }

  private static ValidatableResponse erase(String code) {
    return as(MINISTRY, "registrar")
        .header("If-Match", "*")
        .body(body("data-subject-request", BASIS))
        .post(ERASURE, code)
        .then();
  }

  private static String body(String reason, String basis) {
    return "{\"reason\": \"%s\", \"legalBasis\": \"%s\"}".formatted(reason, basis);
  }
}
