package org.todoke.registry.proposal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
class ProposalApiTest extends RegistryTest {

  private static final String OWN = "/v1/organizations/{code}/proposals";
  private static final String NAME =
      """
      {"kind": "name", "name": {"name": "デイサービス架空しおさい新館", "nameKana": "シンカン"}}""";
  private static final String ADDRESS =
      """
      {"kind": "address", "address": {"address": "愛媛県八幡浜市架空町1番地", "building": "2階"}}""";
  private static final String NEW_FAX =
      """
      {"kind": "contact", "contact": {"action": "add", "channel": "fax", "value": "０８９４－００－９９９９"}}""";

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
  void nameWaitsForTheRegistrarOfTheMunicipality() {
    String proposal = proposed(SHIOSAI_DAY_SERVICE, NAME);

    as(SHIOSAI_DAY_SERVICE, "responder")
        .get(proposal)
        .then()
        .statusCode(200)
        .body("state", equalTo("proposed"))
        .body("name.name", equalTo("デイサービス架空しおさい新館"))
        .body("approver", equalTo(YAWATAHAMA))
        .body("permittedActions", contains("withdraw"));
    Eventually.holdsFor(
        Duration.ofMillis(500), () -> assertThat(probe.events(e -> true)).isEmpty());

    decide(YAWATAHAMA, proposal, "approval")
        .statusCode(200)
        .body("state", equalTo("approved"))
        .body("decidedBy", equalTo(YAWATAHAMA))
        .body("organizationName", equalTo("デイサービス架空しおさい新館"))
        .body("permittedActions", empty());

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(event);
    assertThat(event.data().get("name").asText()).isEqualTo("デイサービス架空しおさい新館");
    assertThat(event.data().get("nameKana").asText()).isEqualTo("シンカン");
    assertThat(
            TestRows.of(
                """
                select name || ' ' || valid_from || ' ' || recorded_by from organization_history
                 where organization = '%s' and valid_to is null"""
                    .formatted(SHIOSAI_DAY_SERVICE)))
        .containsExactly("デイサービス架空しおさい新館 2026-04-01 " + YAWATAHAMA);
  }

  @Test
  void approvedAddressLosesTheCoordinatesOfTheOldOne() {
    TestRows.change(
        "update organization set latitude = 33.46, longitude = 132.42 where code = '%s'"
            .formatted(SHIOSAI_DAY_SERVICE));
    String proposal = proposed(SHIOSAI_DAY_SERVICE, ADDRESS);

    decide(EHIME, proposal, "approval").statusCode(200);

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    assertThat(event.data().get("address").asText()).isEqualTo("愛媛県八幡浜市架空町1番地");
    assertThat(event.data().get("building").asText()).isEqualTo("2階");
    assertThat(event.data().has("latitude")).isFalse();
  }

  @Test
  void contactHoldsAtOnceAndIsKeptAmongTheContactsOnly() {
    String proposal = proposed(SHIOSAI, NEW_FAX);

    as(YAWATAHAMA, "registrar")
        .get(proposal)
        .then()
        .body("state", equalTo("approved"))
        .body("decidedBy", equalTo(SHIOSAI))
        .body("contact", nullValue());
    assertThat(
            as(SHIOSAI, "responder")
                .get("/v1/organizations/{code}/contacts", SHIOSAI)
                .<List<String>>path("items.value"))
        .contains("0894-00-9999");
    assertThat(
            TestRows.of(
                "select coalesce(cast(change as text), '') || cast(based_on as text) from proposal"))
        .noneMatch(stored -> stored.contains("9999") || stored.contains("９"));
  }

  @Test
  void ruleOfTheMinistryLetsContactsWait() {
    rule("contact", "after-approval");
    String proposal = proposed(USHIO, NEW_FAX.replace("fax", "telephone"));

    as(USHIO, "responder")
        .get(proposal)
        .then()
        .body("state", equalTo("proposed"))
        .body("contact.channel", equalTo("telephone"));
    assertThat(channels(USHIO)).containsExactly("fax");

    decide(YAWATAHAMA, proposal, "approval").statusCode(200).body("contact", nullValue());

    assertThat(channels(USHIO)).containsExactly("fax", "telephone");
    assertThat(probe.awaitEvent("organization.changed", USHIO).data().toString())
        .doesNotContain("00-9999");
  }

  @Test
  void nobodyGoesRoundTheRule() {
    rule("contact", "after-approval");
    String body = "{\"channel\": \"fax\", \"value\": \"0894-00-9999\"}";

    creatingAs(USHIO, "responder")
        .body(body)
        .post("/v1/organizations/{code}/contacts", USHIO)
        .then()
        .statusCode(409)
        .body("code", equalTo("contact.only-by-proposal"));
    creatingAs(YAWATAHAMA, "registrar")
        .body(body)
        .post("/v1/organizations/{code}/contacts", USHIO)
        .then()
        .statusCode(201);
  }

  @Test
  void ruleOfTheMinistryLetsNamesHoldAtOnce() {
    rule("name", "at-once");

    String proposal = proposed(SHIOSAI_DAY_SERVICE, NAME);

    as(SHIOSAI_DAY_SERVICE, "responder").get(proposal).then().body("state", equalTo("approved"));
    assertThat(
            probe
                .awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE)
                .data()
                .get("name")
                .asText())
        .isEqualTo("デイサービス架空しおさい新館");
  }

  @Test
  void contactIsChangedAndClosedByProposal() {
    rule("contact", "after-approval");
    String contact = contactOf(USHIO);
    String change =
        """
        {"kind": "contact", "contact": {"action": "change", "contactId": "%s", "channel": "fax",
         "value": "0894-00-7777"}}"""
            .formatted(contact);
    String close =
        """
        {"kind": "contact", "contact": {"action": "close", "contactId": "%s"}}"""
            .formatted(contact);
    String proposal = proposed(USHIO, change);
    propose(USHIO, "\"0\"", close).statusCode(409).body("code", equalTo("proposal.already-open"));
    decide(YAWATAHAMA, proposal, "approval").statusCode(200);

    propose(USHIO, "\"0\"", close).statusCode(412);
    String closing = propose(USHIO, "\"1\"", close).statusCode(201).extract().header("Location");
    decide(YAWATAHAMA, closing, "approval").statusCode(200);

    assertThat(channels(USHIO)).isEmpty();
    propose(USHIO, "\"2\"", change).statusCode(409).body("code", equalTo("contact.closed"));
  }

  @Test
  void proposalIsStaleOnceSomebodyChangedTheSame() {
    String proposal = proposed(SHIOSAI_DAY_SERVICE, NAME);
    TestRows.change(
        "update organization set name = '別の名称', version = version + 1 where code = '%s'"
            .formatted(SHIOSAI_DAY_SERVICE));

    decide(YAWATAHAMA, proposal, "approval")
        .statusCode(409)
        .body("code", equalTo("proposal.stale"));

    as(YAWATAHAMA, "registrar").get(proposal).then().body("state", equalTo("proposed"));
    decide(YAWATAHAMA, proposal, "refusal").statusCode(200).body("state", equalTo("refused"));
  }

  @Test
  void otherChangesMakeNoProposalStale() {
    String proposal = proposed(SHIOSAI_DAY_SERVICE, NAME);
    proposed(
        SHIOSAI_DAY_SERVICE,
        NEW_FAX.replace("fax", "api").replace("０８９４－００－９９９９", "https://care.example.jp/"));

    decide(YAWATAHAMA, proposal, "approval").statusCode(200).body("state", equalTo("approved"));
  }

  @Test
  void versionThatWasReadIsNeeded() {
    propose(SHIOSAI_DAY_SERVICE, null, NAME).statusCode(428);
    propose(SHIOSAI_DAY_SERVICE, "\"9\"", NAME).statusCode(412);
    propose(SHIOSAI_DAY_SERVICE, null, NEW_FAX).statusCode(201);
  }

  @Test
  void oneProposalForOneThingIsOpen() {
    String first = proposed(SHIOSAI_DAY_SERVICE, NAME);
    propose(SHIOSAI_DAY_SERVICE, "\"0\"", NAME)
        .statusCode(409)
        .body("code", equalTo("proposal.already-open"));
    proposed(SHIOSAI_DAY_SERVICE, ADDRESS);

    as(SHIOSAI_DAY_SERVICE, "responder").post(first + "/withdrawal").then().statusCode(200);

    proposed(SHIOSAI_DAY_SERVICE, NAME);
  }

  @Test
  void proposalThatChangesNothingIsRefused() {
    String same =
        as(SHIOSAI, "responder")
            .get("/v1/organizations/{code}", SHIOSAI)
            .then()
            .extract()
            .path("name");
    String kana =
        as(SHIOSAI, "responder")
            .get("/v1/organizations/{code}", SHIOSAI)
            .then()
            .extract()
            .path("nameKana");

    propose(
            SHIOSAI,
            "\"0\"",
            "{\"kind\": \"name\", \"name\": {\"name\": \"%s\", \"nameKana\": \"%s\"}}"
                .formatted(same, kana))
        .statusCode(409)
        .body("code", equalTo("proposal.changes-nothing"));
  }

  @ParameterizedTest
  @CsvSource({
    // Those above it change it themselves; those beside it have no business there.
    "lg:382043, registrar, 404",
    "go:mhlw, registrar, 404",
    "cn:2999905000101, responder, 404",
    "kj:3870498122, responder, 404",
    "kj:3870498114, forwarder, 403",
    "kj:3870498114, responder, 201",
    "kj:3870498114, registrar, 201",
  })
  void organizationProposesOnItsOwnBehalf(String caller, String role, int status) {
    creatingAs(caller, role)
        .header("If-Match", "\"0\"")
        .body(NAME)
        .post(OWN, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(status);
  }

  @Test
  void repeatedRequestMakesOneProposal() {
    List<String> locations = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      locations.add(
          as(SHIOSAI_DAY_SERVICE, "responder")
              .header("Idempotency-Key", "proposal-of-a-name")
              .header("If-Match", "\"0\"")
              .body(NAME)
              .post(OWN, SHIOSAI_DAY_SERVICE)
              .then()
              .statusCode(201)
              .extract()
              .header("Location"));
    }

    assertThat(locations).doesNotContainNull();
    assertThat(locations.get(1)).endsWith(locations.get(0).replaceFirst(".*/", ""));
    assertThat(TestRows.of("select id from proposal")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\": \"name\"} | /name | value.required",
        "{\"kind\": \"name\", \"name\": {\"name\": \" \"}} | /name/name | text.blank",
        "{\"kind\": \"name\", \"name\": {\"name\": \"a\"}, \"address\": {\"address\": \"b\"}}"
            + " | /address | proposal.member-of-other-kind",
        "{\"kind\": \"contact\", \"contact\": {\"action\": \"add\", \"channel\": \"fax\"}}"
            + " | /contact/value | value.required",
        "{\"kind\": \"contact\", \"contact\": {\"action\": \"add\", \"channel\": \"fax\", \"value\": \"1\"}}"
            + " | /contact/value | contact.not-a-number",
        "{\"kind\": \"contact\", \"contact\": {\"action\": \"close\"}}"
            + " | /contact/contactId | value.required",
        "{\"kind\": \"contact\", \"contact\": {\"action\": \"add\", \"channel\": \"fax\","
            + " \"value\": \"0894-00-9999\", \"contactId\": \"00000000-0000-4000-8000-000000000000\"}}"
            + " | /contact/contactId | proposal.member-not-for-action",
        "{\"kind\": \"service\"} | /kind | enum.unknown",
      })
  void whatCannotBeProposedIsNamed(String body, String pointer, String code) {
    propose(SHIOSAI_DAY_SERVICE, "\"0\"", body)
        .statusCode(422)
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].code", equalTo(code));
  }

  private static void rule(String kind, String effect) {
    as(MINISTRY, "registrar")
        .body("{\"effect\": \"" + effect + "\"}")
        .put("/v1/approval-rules/{kind}", kind)
        .then()
        .statusCode(200);
  }

  /** Returns where it is. */
  private static String proposed(String organization, String body) {
    return propose(organization, "\"0\"", body).statusCode(201).extract().header("Location");
  }

  private static ValidatableResponse propose(
      String organization, @Nullable String ifMatch, String body) {
    var request = creatingAs(organization, "responder");
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.body(body).post(OWN, organization).then();
  }

  private static ValidatableResponse decide(String registrar, String proposal, String decision) {
    return as(registrar, "registrar").post(proposal + "/" + decision).then();
  }

  private static List<String> channels(String organization) {
    return as(organization, "responder")
        .get("/v1/organizations/{code}", organization)
        .path("channels");
  }

  private static String contactOf(String organization) {
    return as(organization, "responder")
        .get("/v1/organizations/{code}/contacts", organization)
        .path("items[0].id");
  }
}
