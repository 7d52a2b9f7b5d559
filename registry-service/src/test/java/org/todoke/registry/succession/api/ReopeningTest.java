package org.todoke.registry.succession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
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

/** A day service closed on 31 January. */
@QuarkusTest
@FreshRegistry
class ReopeningTest extends RegistryTest {

  private static final String ONE = "/v1/organizations/{code}";
  private static final String REOPENING = ONE + "/reopening";

  @BeforeEach
  void close() {
    as(YAWATAHAMA, "registrar")
        .body("{\"lastDay\": \"2026-01-31\"}")
        .post(ONE + "/closure", SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);
  }

  @Test
  void livesOnAndIsToldOf() {
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      as(YAWATAHAMA, "registrar")
          .body("{\"from\": \"2026-03-01\"}")
          .post(REOPENING, SHIOSAI_DAY_SERVICE)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("state", equalTo("active"))
          .body("validFrom", equalTo("2013-04-01"))
          .body("validTo", nullValue())
          .body("services.code", contains("15"));

      ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI_DAY_SERVICE);
      EventContract.assertValid(event);
      assertThat(event.sequence()).isEqualTo(3);
      assertThat(event.data().path("state").asText()).isEqualTo("active");
      assertThat(event.data().has("validTo")).isFalse();
    }
  }

  @Test
  void gapStaysInTheHistory() {
    as(YAWATAHAMA, "registrar")
        .body("{\"from\": \"2026-03-01\"}")
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200);

    as(HIJIKAWA, "responder")
        .get(ONE + "/history", SHIOSAI_DAY_SERVICE)
        .then()
        .body("items.attributes.state", contains("active", "closed", "active"))
        .body("items.validFrom", contains("2026-03-01", "2026-02-01", "2013-04-01"));
    as(HIJIKAWA, "responder")
        .queryParam("asOf", "2026-02-15")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .body("state", equalTo("closed"))
        .body("validTo", equalTo("2026-01-31"));
  }

  @Test
  void reopeningWhatIsActiveChangesNothing() {
    as(YAWATAHAMA, "registrar").post(REOPENING, "kj:3870498122").then().statusCode(200);
    as(YAWATAHAMA, "registrar").post(REOPENING, SHIOSAI_DAY_SERVICE).then().statusCode(200);

    as(YAWATAHAMA, "registrar")
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    as(HIJIKAWA, "responder").get(ONE, "kj:3870498122").then().header("ETag", "\"0\"");
  }

  @Test
  void closureOfTheSameDayIsTakenBackFromTheMorrow() {
    as(YAWATAHAMA, "registrar").post(ONE + "/closure", "kj:3870498122").then().statusCode(200);

    as(YAWATAHAMA, "registrar")
        .post(REOPENING, "kj:3870498122")
        .then()
        .statusCode(200)
        .body("state", equalTo("active"));

    as(HIJIKAWA, "responder")
        .get(ONE + "/history", "kj:3870498122")
        .then()
        .body("items.validFrom", contains("2026-04-02", "2026-04-02", "2013-04-01"))
        .body("items.validTo", contains(null, "2026-04-01", "2026-04-01"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, organization.reopened-before-closed",
    "2026-04-02, date.in-future",
  })
  void impossibleDayIsRefused(String day, String violation) {
    as(YAWATAHAMA, "registrar")
        .body("{\"from\": \"%s\"}".formatted(day))
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/from"))
        .body("violations[0].code", equalTo(violation));
  }

  @Test
  void whatHasClosedAboveItIsReplaced() {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body("{\"into\": \"%s\"}".formatted(MINATO))
        .post(ONE + "/merger", SHIOSAI)
        .then()
        .statusCode(200);
    as(YAWATAHAMA, "registrar")
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/corporation"))
        .body("violations[0].code", equalTo("organization.referred-is-closed"));

    as(YAWATAHAMA, "registrar")
        .body("{\"corporation\": \"%s\"}".formatted(MINATO))
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("corporation", equalTo(MINATO));
  }

  @Test
  void nobodyReopensOutsideTheOwnPlace() {
    as(OZU, "registrar").post(REOPENING, SHIOSAI_DAY_SERVICE).then().statusCode(404);
    as(YAWATAHAMA, "registrar")
        .body("{\"municipality\": \"%s\"}".formatted(OZU))
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(403);
    as(EHIME, "registrar")
        .body("{\"municipality\": \"%s\"}".formatted(OZU))
        .post(REOPENING, SHIOSAI_DAY_SERVICE)
        .then()
        .statusCode(200)
        .body("municipality", equalTo(OZU));
  }
}
