package org.todoke.registry.organization.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class OfferingsTest extends RegistryTest {

  private static final String ONE = "/v1/organizations/{code}";
  private static final String SERVICES = ONE + "/services";
  private static final String SERVICE = SERVICES + "/{service}";
  private static final String END = SERVICE + "/end";

  private static final String DETAILS =
      """
      {"name": "しおさい短期", "nameKana": "シオサイタンキ", "capacity": 12,
       "days": ["holiday", "weekday"], "daysNote": "年末年始を除く", "url": "https://example.jp/",
       "effectiveOn": "2026-03-01"}""";

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
  void oneEstablishmentIsShownWithItsServicesAndAListWithTheirTypes() {
    as(HIJIKAWA, "responder")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .body("services.code", contains("15"))
        .body("services[0].name", equalTo("デイサービスセンター架空しおさい"))
        .body("services[0].days", hasSize(0))
        .body("services[0].validFrom", equalTo("2013-04-01"));
    as(HIJIKAWA, "responder")
        .queryParam("corporation", SHIOSAI)
        .get("/v1/organizations")
        .then()
        .body("items[0].services", nullValue())
        .body("items[0].serviceTypes", contains("15"));
    as(HIJIKAWA, "responder").get(ONE, SHIOSAI).then().body("services", nullValue());
  }

  @Test
  void serviceThatWasNotOfferedBegins() {
    registrar("0")
        .body(DETAILS)
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "21")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("serviceTypes", contains("15", "21"))
        .body("services.code", contains("15", "21"))
        .body("services[1].capacity", equalTo(12))
        .body("services[1].days", contains("weekday", "holiday"))
        .body("services[1].validFrom", equalTo("2026-03-01"));

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(event);
    assertThat(event.data().path("serviceTypes").toString()).isEqualTo("[\"15\",\"21\"]");
    assertThat(event.data().at("/services/1/daysNote").asText()).isEqualTo("年末年始を除く");
  }

  @Test
  void detailsThatChangeAreToldAndWhatWasBeforeIsKept() {
    registrar("0").body(DETAILS).put(SERVICE, SHIOSAI_DAY_SERVICE, "15").then().statusCode(200);

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.data().at("/services/0/name").asText()).isEqualTo("しおさい短期");
    as(HIJIKAWA, "responder")
        .get(SERVICES, SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.service.name", contains("しおさい短期", "デイサービスセンター架空しおさい"))
        .body("items.validTo", contains(null, "2026-02-28"))
        .body("items.recordedBy", contains(YAWATAHAMA, null));
  }

  @Test
  void periodsArePaged() {
    registrar("0").body(DETAILS).put(SERVICE, SHIOSAI_DAY_SERVICE, "15").then().statusCode(200);

    var first = as(HIJIKAWA, "responder").queryParam("limit", 1).get(SERVICES, SHIOSAI_DAY_SERVICE);
    as(HIJIKAWA, "responder")
        .queryParam("limit", 1)
        .queryParam("cursor", first.<String>path("next"))
        .get(SERVICES, SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.service.name", contains("デイサービスセンター架空しおさい"))
        .body("next", nullValue());
  }

  @Test
  void sameDetailsAgainChangeNothing() {
    registrar("0").body(DETAILS).put(SERVICE, SHIOSAI_DAY_SERVICE, "15").then().statusCode(200);

    registrar("1")
        .body(DETAILS)
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  void correctionOnTheDayOnWhichItBeganReplaces() {
    registrar("0").body(DETAILS).put(SERVICE, SHIOSAI_DAY_SERVICE, "15").then().statusCode(200);
    registrar("1")
        .body(DETAILS.replace("12", "13"))
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(200);

    as(HIJIKAWA, "responder")
        .get(SERVICES, SHIOSAI_DAY_SERVICE)
        .then()
        .body("items", hasSize(2))
        .body("items[0].service.capacity", equalTo(13));
  }

  @Test
  void endedServiceIsNoLongerOfferedAndStaysInTheHistory() {
    registrar("0")
        .body("{\"lastDay\": \"2026-03-31\"}")
        .post(END, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(200)
        .body("serviceTypes", hasSize(0))
        .body("services", hasSize(0));

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(event);
    assertThat(event.data().has("services")).isFalse();
    as(HIJIKAWA, "responder")
        .get(SERVICES, SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.validTo", contains("2026-03-31"));
    registrar("1")
        .post(END, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  void serviceCanBeTakenUpAgainOnTheDayOnWhichItEnded() {
    registrar("0").post(END, SHIOSAI_DAY_SERVICE, "15").then().statusCode(200);

    registrar("1")
        .body("{\"name\": \"再開\"}")
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(200)
        .body("services.name", contains("再開"))
        .body("services[0].validFrom", equalTo(TODAY.plusDays(1).toString()));
  }

  @Test
  void changeOfTheTypesKeepsTheServicesInStep() {
    registrar("0")
        .body(
            """
            {"name": "新しい名前", "municipality": "%s", "corporation": "%s",
             "serviceTypes": ["21"], "effectiveOn": "2026-03-01"}"""
                .formatted(YAWATAHAMA, SHIOSAI))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("services.code", contains("21"))
        .body("services.name", contains("新しい名前"));

    as(HIJIKAWA, "responder")
        .get(SERVICES, SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.service.code", contains("15", "21"))
        .body("items.validTo", contains("2026-02-28", null));
  }

  @Test
  void siteIsKeptAndTold() {
    registrar("0")
        .body(
            """
            {"name": "デイサービスセンター架空しおさい", "municipality": "%s", "corporation": "%s",
             "serviceTypes": ["15"], "address": "愛媛県八幡浜市見本町1", "building": "見本ビル",
             "latitude": 33.4612345, "longitude": 132.42}"""
                .formatted(YAWATAHAMA, SHIOSAI))
        .put(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("address", equalTo("愛媛県八幡浜市見本町1"))
        .body("building", equalTo("見本ビル"))
        .body("latitude", equalTo(33.461235f))
        .body("longitude", equalTo(132.42f));

    ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
    EventContract.assertValid(event);
    assertThat(event.data().path("latitude").asDouble()).isEqualTo(33.461235);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"name\": \" \"}; /name text.blank",
        "{\"name\": \"x\", \"capacity\": 0}; /capacity number.too-small",
        "{\"name\": \"x\", \"days\": [\"someday\"]}; /days/0 enum.unknown",
        "{\"name\": \"x\", \"url\": \"ftp://example.jp\"}; /url text.form",
        "{\"name\": \"x\", \"effectiveOn\": \"2026-04-02\"}; /effectiveOn date.in-future",
        "{\"name\": \"x\", \"effectiveOn\": \"2013-03-31\"}; /effectiveOn organization.before-last-change",
      })
  void wrongDetailsAreNamed(String body, String fault) {
    registrar("0")
        .body(body)
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(422)
        .body("violations.collect { it.pointer + ' ' + it.code }", contains(fault));
  }

  @Test
  void unknownServiceAndWrongKindAreRefused() {
    registrar("0")
        .body("{\"name\": \"x\"}")
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "99")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("path:service"))
        .body("violations[0].code", equalTo("service-type.unknown"));
    registrar("0")
        .body("{\"name\": \"x\"}")
        .put(SERVICE, SHIOSAI, "15")
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("organization.attribute-not-for-kind"));
  }

  @Test
  void versionIsRequired() {
    as(YAWATAHAMA, "registrar")
        .body(DETAILS)
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(428);
    registrar("7").body(DETAILS).put(SERVICE, SHIOSAI_DAY_SERVICE, "15").then().statusCode(412);
    as(YAWATAHAMA, "registrar").post(END, SHIOSAI_DAY_SERVICE, "15").then().statusCode(428);
  }

  @Test
  void nobodyElsesServicesAreChanged() {
    as(OZU, "registrar")
        .header("If-Match", "\"0\"")
        .body(DETAILS)
        .put(SERVICE, SHIOSAI_DAY_SERVICE, "15")
        .then()
        .statusCode(404);
  }

  private static io.restassured.specification.RequestSpecification registrar(String version) {
    return as(YAWATAHAMA, "registrar").header("If-Match", '"' + version + '"');
  }
}
