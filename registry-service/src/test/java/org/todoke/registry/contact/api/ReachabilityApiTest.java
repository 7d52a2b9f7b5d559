package org.todoke.registry.contact.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.TestRows;
import org.todoke.registry.reference.ReferenceLoader;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class ReachabilityApiTest extends RegistryTest {

  private static final String CONTACTS = "/v1/organizations/{code}/contacts";
  private static final String ONE = CONTACTS + "/{id}";
  private static final String GONE = "{\"state\": \"unreachable\", \"reason\": \"not-in-service\"}";
  private static final String REACHED = "{\"state\": \"reachable\"}";

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
  void wayThatFailedForGoodIsNoneUntilItWorksAgain() {
    report(YAWATAHAMA, "registrar", GONE)
        .statusCode(200)
        .body("state", equalTo("unreachable"))
        .body("since", equalTo(NOW.toString()))
        .body("reason", equalTo("not-in-service"))
        .body("reportedBy", equalTo(YAWATAHAMA))
        .body("$", not(hasKey("value")));

    ReceivedEvent lost = probe.awaitEvent("organization.changed", USHIO);
    EventContract.assertValid(lost);
    assertThat(lost.data().get("channels").toString()).isEqualTo("[]");
    as(USHIO, "responder")
        .get(CONTACTS, USHIO)
        .then()
        .body("items[0].state", equalTo("active"))
        .body("items[0].reachability.state", equalTo("unreachable"));

    report(YAWATAHAMA, "registrar", REACHED).statusCode(200).body("reason", nullValue());

    ReceivedEvent found = probe.awaitEvents(2, e -> e.subject().equals(USHIO)).get(1);
    assertThat(found.data().get("channels").toString()).isEqualTo("[\"fax\"]");
    assertThat(found.sequence()).isEqualTo(3);
  }

  /** Lists go on keeping the organisation, and do not bring the way back that they name. */
  @Test
  void whoReportsBecomesNoKeeperOfTheOrganization() {
    String keeper = "select origin from organization where code = '%s'".formatted(USHIO);
    List<String> before = TestRows.of(keeper);

    report(YAWATAHAMA, "registrar", GONE).statusCode(200);

    probe.awaitEvent("organization.changed", USHIO);
    assertThat(before).containsExactly("sample");
    assertThat(TestRows.of(keeper)).isEqualTo(before);
    assertThat(loader.load()).isZero();
    as(USHIO, "responder")
        .get("/v1/organizations/{code}", USHIO)
        .then()
        .body("channels", equalTo(List.of()));
  }

  @Test
  void whoEntersAContactBecomesTheKeeperOfTheOrganization() {
    creatingAs(YAWATAHAMA, "registrar")
        .body("{\"channel\": \"email\", \"value\": \"ushio@example.jp\"}")
        .post(CONTACTS, USHIO)
        .then()
        .statusCode(201);

    assertThat(TestRows.of("select origin from organization where code = '%s'".formatted(USHIO)))
        .containsExactly("registrar");
  }

  @Test
  void failingWayIsStillAWay() {
    report(YAWATAHAMA, "registrar", "{\"state\": \"failing\", \"reason\": \"busy\"}")
        .statusCode(200);

    Eventually.holdsFor(
        Duration.ofMillis(500),
        () -> assertThat(probe.events(e -> e.subject().equals(USHIO))).isEmpty());
    as(USHIO, "responder")
        .get("/v1/organizations/{code}", USHIO)
        .then()
        .body("channels", contains("fax"));
  }

  @Test
  void otherContactByTheSameWayKeepsIt() {
    creatingAs(USHIO, "responder")
        .body("{\"channel\": \"fax\", \"value\": \"0894-00-8888\"}")
        .post(CONTACTS, USHIO)
        .then()
        .statusCode(201);

    report(YAWATAHAMA, "registrar", GONE).statusCode(200);

    as(USHIO, "responder")
        .get("/v1/organizations/{code}", USHIO)
        .then()
        .body("channels", contains("fax"));
  }

  @Test
  void newNumberIsUntestedAndAWayAgain() {
    report(YAWATAHAMA, "registrar", GONE).statusCode(200);

    // The version is that of the contact; a report does not count as a change of it.
    as(USHIO, "responder")
        .header("If-Match", "\"0\"")
        .body("{\"channel\": \"fax\", \"value\": \"0894-00-7777\"}")
        .put(ONE, USHIO, onlyContact())
        .then()
        .statusCode(200)
        .body("reachability.state", equalTo("untested"))
        .body("reachability.since", nullValue());

    assertThat(
            probe
                .awaitEvents(2, e -> e.subject().equals(USHIO))
                .get(1)
                .data()
                .get("channels")
                .toString())
        .isEqualTo("[\"fax\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "lg:382043, registrar, 200",
    "lg:380008, registrar, 200",
    "go:mhlw, registrar, 200",
    "go:mhlw, integrator, 200",
    "cn:8999905000104, integrator, 200",
    // Whoever is not reached is the last to know.
    "cn:8999905000104, registrar, 404",
    "lg:382078, registrar, 404",
    "lg:390003, integrator, 404",
    "lg:016951, integrator, 404",
    "lg:382043, forwarder, 403",
    "cn:8999905000104, responder, 403",
  })
  void thoseAboveItAndMachinesReport(String organization, String role, int status) {
    report(organization, role, REACHED).statusCode(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\": \"untested\"} | /state | contact.reachability-not-reported",
        "{\"state\": \"failing\"} | /reason | contact.failure-without-reason",
        "{\"state\": \"reachable\", \"reason\": \"busy\"} | /reason | contact.reason-without-failure",
        "{\"state\": \"failing\", \"reason\": \"tired\"} | /reason | enum.unknown",
        "{} | /state | value.required",
      })
  void whatCannotBeReportedIsRefused(String body, String pointer, String code) {
    report(YAWATAHAMA, "registrar", body)
        .statusCode(422)
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].code", equalTo(code));
  }

  @Test
  void closedContactIsReportedOnNoMore() {
    as(USHIO, "responder").post(ONE + "/closure", USHIO, onlyContact()).then().statusCode(200);

    report(YAWATAHAMA, "registrar", GONE).statusCode(409).body("code", equalTo("contact.closed"));
  }

  @Test
  void interfaceIsAWayAndItsAddressIsToldToNobody() {
    creatingAs(USHIO, "responder")
        .body("{\"channel\": \"api\", \"value\": \"https://care.example.jp/todoke/inbox\"}")
        .post(CONTACTS, USHIO)
        .then()
        .statusCode(201);

    ReceivedEvent event = probe.awaitEvent("organization.changed", USHIO);
    EventContract.assertValid(event);
    assertThat(event.data().get("channels").toString()).isEqualTo("[\"fax\",\"api\"]");
    assertThat(event.data().toString()).doesNotContain("care.example.jp");
    assertThat(
            as(YAWATAHAMA, "forwarder")
                .get(CONTACTS, USHIO)
                .<List<String>>path("items.findAll { it.channel == 'api' }.value"))
        .containsExactly("https://care.example.jp/todoke/inbox");
  }

  private static ValidatableResponse report(String organization, String role, String body) {
    return as(organization, role)
        .body(body)
        .post(ONE + "/reachability", USHIO, onlyContact())
        .then();
  }

  private static String onlyContact() {
    return as(USHIO, "responder").get(CONTACTS, USHIO).then().extract().path("items[0].id");
  }
}
