package org.todoke.notice.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

@QuarkusTest
class SnoozeTest extends ChasingCase {

  private static final Map<String, Object> TO_AUGUST =
      json("until", "2013-07-31", "reason", "豪雨の対応中のため");

  @Test
  void whoIsLetBeIsNotChasedAndIsLateAllTheSame() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-17");
    chasing(DIVISION, id, EHIME).body("permittedActions", contains("snooze"));
    snooze(DIVISION, id, EHIME, TO_AUGUST)
        .statusCode(200)
        .body("snooze.until", equalTo("2013-07-31"))
        .body("snooze.active", equalTo(true))
        .body("snooze.by", equalTo(DIVISION));
    chaseOn("2013-07-18", "2013-07-24", "2013-07-31");
    assertThat(chased(id)).noneMatch(step -> step.startsWith(EHIME)).isNotEmpty();
    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{organization}/deadline", id, EHIME)
        .then()
        .body("lateByAllowance.officeDays", equalTo(10));

    chaseOn("2013-08-01");
    assertThat(chased(id))
        .filteredOn(step -> step.startsWith(EHIME))
        .containsExactly("lg:380008 escalation 1", "lg:380008 reminder 5");
    chasing(DIVISION, id, EHIME).body("snooze.active", equalTo(false));
  }

  @Test
  void lastWordCountsAndRepeatingItChangesNothing() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-17");
    snooze(DIVISION, id, EHIME, TO_AUGUST).statusCode(200);
    snooze(DIVISION, id, EHIME, TO_AUGUST).statusCode(200);
    assertThat(Rows.count("fact", "type = 'delivery.snoozed'")).isEqualTo(1);
    snooze(DIVISION, id, EHIME, json("until", "2013-07-18", "reason", "本日中に対応予定"))
        .statusCode(200)
        .body("snooze.until", equalTo("2013-07-18"));

    chaseOn("2013-07-18", "2013-07-19");
    assertThat(chased(id))
        .filteredOn(step -> step.startsWith(EHIME))
        .containsExactly("lg:380008 reminder 1");
  }

  @Test
  void reasonIsForTheAddresseeAndTheGiverAndTheRestForAllWhoSeeTheDelivery() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    forwarded(id, EHIME);
    at("2013-07-17");
    snooze(EHIME, id, OZU, TO_AUGUST).statusCode(200);

    chasing(OZU, id, OZU).body("snooze.reason", equalTo("豪雨の対応中のため"));
    chasing(EHIME, id, OZU).body("snooze.reason", equalTo("豪雨の対応中のため"));
    chasing(DIVISION, id, OZU)
        .body("snooze.until", equalTo("2013-07-31"))
        .body("snooze.reason", nullValue());
    timeline(DIVISION, id, OZU)
        .body("items[1].type", equalTo("delivery.snoozed"))
        .body("items[1].details.until", equalTo("2013-07-31"))
        .body("items[1].details.reason", nullValue());
    timeline(EHIME, id, OZU).body("items[1].details.reason", equalTo("豪雨の対応中のため"));
  }

  @Test
  void eventSaysUntilWhenAndNotWhy() {
    try (Events events = new Events()) {
      UUID id = issued(paperAsking(null, "2013-07-31"));
      at("2013-07-17");
      snooze(DIVISION, id, EHIME, TO_AUGUST).statusCode(200);

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(event -> event.type().equals("delivery.snoozed"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.data().get("until").asText()).isEqualTo("2013-07-31");
                assertThat(event.data().has("reason")).isFalse();
              });
    }
  }

  @Test
  void onlyThoseAboveCanAndOnlyWhatIsOpen() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    snooze(DIVISION, id, OZU, TO_AUGUST)
        .statusCode(409)
        .body("code", equalTo("snooze.nothing-open"));
    forwarded(id, EHIME);
    at("2013-07-17");

    snooze(OZU, id, OZU, TO_AUGUST).statusCode(403).body("code", equalTo("snooze.only-from-above"));
    snooze(YAWATAHAMA, id, OZU, TO_AUGUST).statusCode(404);
    snooze(KOCHI, id, OZU, TO_AUGUST).statusCode(404);
    snooze(DIVISION, id, EHIME, TO_AUGUST)
        .statusCode(409)
        .body("code", equalTo("snooze.nothing-open"));
    chasing(DIVISION, id, EHIME).body("permittedActions", empty());
    chasing(OZU, id, OZU).body("permittedActions", empty());
  }

  @Test
  void neitherForLongNorWithoutAReasonNorAgainAndAgain() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-17");
    // Twenty office days later it is 14 August.
    snooze(DIVISION, id, EHIME, json("until", "2013-08-15", "reason", " "))
        .statusCode(422)
        .body("violations.code", contains("snooze.too-long", "value.required"));
    snooze(DIVISION, id, EHIME, json("until", "2013-07-17", "reason", "x"))
        .statusCode(422)
        .body("violations.code", contains("snooze.not-in-future"));
    for (String until : List.of("2013-08-14", "2013-08-13", "2013-08-12")) {
      snooze(DIVISION, id, EHIME, json("until", until, "reason", "x")).statusCode(200);
    }
    snooze(DIVISION, id, EHIME, json("until", "2013-08-09", "reason", "x"))
        .statusCode(409)
        .body("code", equalTo("snooze.too-often"));
    chasing(DIVISION, id, EHIME).body("permittedActions", empty());
  }

  private static io.restassured.response.ValidatableResponse timeline(
      String reader, UUID id, String organization) {
    return as(reader)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline", id, organization)
        .then();
  }
}
