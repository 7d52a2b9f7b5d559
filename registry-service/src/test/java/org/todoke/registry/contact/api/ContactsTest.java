package org.todoke.registry.contact.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class ContactsTest extends RegistryTest {

  private static final String CONTACTS = "/v1/organizations/{code}/contacts";
  private static final String ONE = CONTACTS + "/{id}";

  private TopicProbe probe;

  @BeforeEach
  void listen() {
    probe = TopicProbe.fromNow(Topics.ORGANIZATIONS);
  }

  @AfterEach
  void stopListening() {
    probe.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {SHIOSAI_DAY_SERVICE, SHIOSAI, YAWATAHAMA, EHIME, DIVISION, MINISTRY})
  void areShownToTheOrganizationAndToThoseAboveIt(String viewer) {
    as(viewer, "forwarder")
        .get(CONTACTS, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.channel", containsInAnyOrder("email", "fax", "telephone"))
        .body("items.organization", everyItem(equalTo(SHIOSAI_DAY_SERVICE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OZU,
        KOCHI,
        MINATO,
        HIJIKAWA,
        HIJIKAWA_DAY_SERVICE,
        "kj:3870498122",
        "cn:9999905000202",
        "lg:016951"
      })
  void areNotThereForAnybodyElse(String viewer) {
    as(viewer, "forwarder", "responder", "registrar", "issuer")
        .get(CONTACTS, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(404)
        .body("code", equalTo("contact.not-found"));
  }

  @Test
  void corporationIsReachedByEveryPlaceInWhichItWorks() {
    as(IKATA, "forwarder").get(CONTACTS, MINATO).then().statusCode(200).body("items", hasSize(3));
    as(OZU, "forwarder").get(CONTACTS, MINATO).then().statusCode(404);
  }

  @Test
  void operatorThatHasNothingButAFaxSaysSo() {
    as(YAWATAHAMA, "forwarder").get(CONTACTS, USHIO).then().body("items.channel", contains("fax"));
  }

  @Test
  void newWayIsToldOfWithoutItsValue() {
    Response added =
        creatingAs(USHIO, "responder")
            .body("{\"channel\": \"email\", \"value\": \"honbu.ushio@example.jp\"}")
            .post(CONTACTS, USHIO);

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.asString()).isEmpty();
    as(YAWATAHAMA, "forwarder")
        .get(added.header("Location"))
        .then()
        .statusCode(200)
        .body("value", equalTo("honbu.ushio@example.jp"))
        .body("state", equalTo("active"))
        .body("validFrom", equalTo(TODAY.toString()));
    ReceivedEvent event = probe.awaitEvent("organization.changed", USHIO);
    EventContract.assertValid(event);
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.data().get("channels").toString()).isEqualTo("[\"email\",\"fax\"]");
    assertThat(event.data().toString()).doesNotContain("ushio@");
  }

  @Test
  void anotherContactByAKnownWayIsNoNews() {
    creatingAs(USHIO, "responder")
        .body("{\"channel\": \"fax\", \"value\": \"０８９４－００－８８８８\", \"department\": \"夜間\"}")
        .post(CONTACTS, USHIO)
        .then()
        .statusCode(201);

    as(USHIO, "responder")
        .get(CONTACTS, USHIO)
        .then()
        .body("items", hasSize(2))
        .body("items.find { it.department == '夜間' }.value", equalTo("0894-00-8888"));
    Eventually.holdsFor(
        Duration.ofMillis(500),
        () -> assertThat(probe.events(e -> e.subject().equals(USHIO))).isEmpty());
  }

  @Test
  void changedContactKeepsItsPlace() {
    String id = onlyContactOf(USHIO);

    as(USHIO, "responder")
        .header("If-Match", "\"0\"")
        .body("{\"channel\": \"telephone\", \"value\": \"0894-00-7777\"}")
        .put(ONE, USHIO, id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(id))
        .body("channel", equalTo("telephone"));

    assertThat(probe.awaitEvent("organization.changed", USHIO).data().get("channels").toString())
        .isEqualTo("[\"telephone\"]");
  }

  @Test
  void changeNeedsTheVersionThatWasRead() {
    String id = onlyContactOf(USHIO);
    String body = "{\"channel\": \"fax\", \"value\": \"0894-00-7777\"}";

    as(USHIO, "responder").body(body).put(ONE, USHIO, id).then().statusCode(428);
    as(USHIO, "responder")
        .header("If-Match", "\"3\"")
        .body(body)
        .put(ONE, USHIO, id)
        .then()
        .statusCode(412);
  }

  @Test
  void closedContactStaysWithItsDates() {
    String id = onlyContactOf(USHIO);

    as(YAWATAHAMA, "registrar")
        .post(ONE + "/closure", USHIO, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"))
        .body("validTo", equalTo(TODAY.toString()))
        .body("permittedActions", equalTo(List.of()));
    as(YAWATAHAMA, "registrar").post(ONE + "/closure", USHIO, id).then().statusCode(200);

    as(USHIO, "responder")
        .queryParam("state", "active")
        .get(CONTACTS, USHIO)
        .then()
        .body("items", hasSize(0));
    ReceivedEvent event = probe.awaitEvent("organization.changed", USHIO);
    assertThat(event.data().get("channels").toString()).isEqualTo("[]");
    assertThat(event.sequence()).isEqualTo(2);
    as(USHIO, "responder")
        .header("If-Match", "\"1\"")
        .body("{\"channel\": \"fax\", \"value\": \"0894-00-7777\"}")
        .put(ONE, USHIO, id)
        .then()
        .statusCode(409)
        .body("code", equalTo("contact.closed"));
  }

  @Test
  void sameContactIsKeptOnce() {
    String fax =
        as(USHIO, "responder").get(CONTACTS, USHIO).then().extract().path("items[0].value");

    creatingAs(USHIO, "responder")
        .body("{\"channel\": \"fax\", \"value\": \"" + fax + "\"}")
        .post(CONTACTS, USHIO)
        .then()
        .statusCode(409)
        .body("code", equalTo("contact.already-there"));
  }

  @Test
  void contactsOfOthersAreNotKeptByThoseWhoMaySeeThem() {
    String body = "{\"channel\": \"fax\", \"value\": \"0894-00-7777\"}";
    String id =
        as(SHIOSAI, "responder")
            .get(CONTACTS, SHIOSAI_DAY_SERVICE)
            .then()
            .extract()
            .path("items[0].id");

    creatingAs(SHIOSAI, "responder")
        .body(body)
        .post(CONTACTS, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(404);
    as(SHIOSAI, "responder")
        .header("If-Match", "\"0\"")
        .body(body)
        .put(ONE, SHIOSAI_DAY_SERVICE, id)
        .then()
        .statusCode(404);
    as(IKATA, "registrar").post(ONE + "/closure", MINATO, id).then().statusCode(404);
  }

  @Test
  void contactIsFoundUnderItsOwnOrganizationOnly() {
    String id = onlyContactOf(USHIO);

    as(YAWATAHAMA, "registrar").get(ONE, USHIO, id).then().statusCode(200);
    as(YAWATAHAMA, "registrar").get(ONE, SHIOSAI, id).then().statusCode(404);
    as(YAWATAHAMA, "registrar").get(ONE, USHIO, UUID.randomUUID()).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "fax, 12345, /value, contact.not-a-number",
    "email, nobody, /value, contact.not-a-mail-address",
    "inbox, x, /channel, contact.channel-without-address",
    "pigeon, x, /channel, enum.unknown",
    "fax, '', /value, text.blank",
  })
  void whatReachesNobodyIsRefused(String channel, String value, String pointer, String code) {
    creatingAs(USHIO, "responder")
        .body("{\"channel\": \"%s\", \"value\": \"%s\"}".formatted(channel, value))
        .post(CONTACTS, USHIO)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].code", equalTo(code));
  }

  @Test
  void pagesOfContactsFollowEachOther() {
    Response first =
        as(SHIOSAI, "responder").queryParam("limit", 2).get(CONTACTS, SHIOSAI_DAY_SERVICE);

    assertThat(first.<List<String>>path("items.id")).hasSize(2);
    as(SHIOSAI, "responder")
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get(CONTACTS, SHIOSAI_DAY_SERVICE)
        .then()
        .body("items", hasSize(1));
  }

  private static String onlyContactOf(String organization) {
    return as(organization, "responder")
        .get(CONTACTS, organization)
        .then()
        .extract()
        .path("items[0].id");
  }
}
