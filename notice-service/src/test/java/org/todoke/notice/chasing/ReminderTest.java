package org.todoke.notice.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

/**
 * A paper issued on Thursday, 11 July 2013, to be passed on by prefectures within three office
 * days: by Wednesday, the 17th, because Monday was a holiday.
 */
@QuarkusTest
class ReminderTest extends ChasingCase {

  @Test
  void whoIsLateIsRemindedBeforeTheDayAndAfterItOnceForEachRung() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    chaseOn("2013-07-11", "2013-07-12", "2013-07-16", "2013-07-16", "2013-07-17", "2013-07-18");
    forwarded(id, KOCHI);
    chaseOn("2013-07-19", "2013-07-22", "2013-07-23", "2013-07-24", "2013-07-25");

    assertThat(chased(id))
        .filteredOn(step -> step.startsWith(EHIME) || step.startsWith(KOCHI))
        .filteredOn(step -> step.contains("reminder"))
        .containsExactly(
            "lg:380008 reminder -1",
            "lg:390003 reminder -1",
            "lg:380008 reminder 1",
            "lg:390003 reminder 1",
            "lg:380008 reminder 3",
            "lg:380008 reminder 5");
    chasing(DIVISION, id, EHIME)
        .body("reminders.rung", contains(5, 3, 1, -1))
        .body("reminders[0].on", equalTo("2013-07-24"))
        .body("reminders[0].dueOn", equalTo("2013-07-17"))
        .body("reminders[0].clock", equalTo("allowance"));
  }

  @Test
  void everyReminderIsAFactOfTheTimelineAndAnEvent() {
    try (Events events = new Events()) {
      UUID id = issued(paperAsking(null, "2013-07-31"));
      chaseOn("2013-07-18");

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(event -> event.type().equals("delivery.reminded"))
          .extracting(ReceivedEvent::subject)
          .containsExactlyInAnyOrder(id + "/" + EHIME, id + "/" + KOCHI);
      as(EHIME)
          .get("/v1/notices/{id}/deliveries/{organization}/timeline", id, EHIME)
          .then()
          .body("items.type", contains("delivery.arrived", "delivery.reminded"))
          .body("items[1].details.rung", equalTo(1))
          .body("items[1].details.dueOn", equalTo("2013-07-17"))
          .body("items[1].actor", nullValue());
    }
  }

  @Test
  void allThatOneIsLateWithIsOneReminderADay() {
    UUID first = issued(paperAsking(null, "2013-07-31"));
    UUID second = issued(paperAsking(null, "2013-08-30"));
    chaseOn("2013-07-16", "2013-07-18");

    String today =
        as(EHIME)
            .get("/v1/reminders")
            .then()
            .statusCode(200)
            .body("items.day", contains("2013-07-18", "2013-07-16"))
            .body("items.itemCount", contains(2, 2))
            .body("items[0].items.items", hasSize(2))
            .body("items[0].items.items[0].duty", equalTo("forward"))
            .body("items[0].items.items[0].rung", equalTo(1))
            .extract()
            .path("items[0].id");
    forwarded(first, EHIME);
    as(EHIME)
        .get("/v1/reminders/{id}?limit=1", today)
        .then()
        .statusCode(200)
        .body("items.items.noticeId", contains(first.toString()))
        .body("items.items[0].doneOn", equalTo("2013-07-18"));
    String next = as(EHIME).get("/v1/reminders/{id}?limit=1", today).path("items.next");
    as(EHIME)
        .get("/v1/reminders/{id}?limit=1&cursor={next}", today, next)
        .then()
        .body("items.items.noticeId", contains(second.toString()))
        .body("items.next", nullValue());
    String older = as(EHIME).get("/v1/reminders?limit=1").path("next");
    as(EHIME)
        .get("/v1/reminders?limit=1&cursor={next}", older)
        .then()
        .body("items.day", contains("2013-07-16"));
    as(KOCHI).get("/v1/reminders/{id}", today).then().statusCode(404);
    as(YAWATAHAMA).get("/v1/reminders").then().statusCode(200).body("items", empty());
  }

  @Test
  void nobodyIsRemindedOfWhatIsDoneExcusedOrAnExercise() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    Map<String, Object> exercise = paperAsking(null, "2013-07-31");
    exercise.put("usage", "exercise");
    UUID drill = issued(exercise);
    forwarded(id, EHIME);
    act(DIVISION, id, KOCHI, "excuse", json("reason", "not-concerned")).statusCode(200);
    chaseOn("2013-07-18");

    assertThat(chased(id))
        .as("the cities, which have it now, are reminded")
        .contains(YAWATAHAMA + " reminder -1")
        .noneMatch(step -> step.startsWith(EHIME) || step.startsWith(KOCHI));
    assertThat(chased(drill)).isEmpty();
  }

  @Test
  void whatHasJustComeIsNotRemindedOfThatDay() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-23");
    forwarded(id, EHIME);
    // Seven office days until the 31st; corporations have three of their own, until the 26th.
    chaseOn("2013-07-23");
    assertThat(chased(id)).noneMatch(step -> step.startsWith(YAWATAHAMA));
    forwarded(id, YAWATAHAMA);
    chaseOn("2013-07-24", "2013-07-25");

    assertThat(chased(id)).contains(SHIOSAI + " reminder -1");
  }

  @Test
  void dayOnWhichNothingRanIsCaughtUpAndNothingIsSaidTwice() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    // The clock jumps over the rungs -1, 1 and 3.
    chaseOn("2013-07-23");
    assertThat(chased(id)).containsExactly("lg:380008 reminder 3", "lg:390003 reminder 3");

    chaseOn("2013-07-16", "2013-07-18", "2013-07-23");
    assertThat(chased(id)).hasSize(2);
  }

  @Test
  void officesAreLeftInPeaceAtNightAtWeekendsAndOnHolidays() {
    UUID id = issued(paperAsking(null, "2013-07-12"));
    chaseOn("2013-07-13", "2013-07-14", "2013-07-15");
    clock.set(Instant.parse("2013-07-16T23:59:00Z"));
    chaser.chase();
    assertThat(chased(id)).isEmpty();

    clock.set(Instant.parse("2013-07-17T00:00:00Z"));
    chaser.chase();
    assertThat(chased(id)).hasSize(2);
  }

  @Test
  void dateThatIsPutOffBeginsTheLadderAnew() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    chaseOn("2013-07-18");
    Rows.change("update notice_allowance set office_days = 10 where notice_id = ?", id);
    chaseOn("2013-07-19", "2013-07-22", "2013-07-25");

    // Ten office days from the 11th: the 26th.
    assertThat(chased(id))
        .filteredOn(step -> step.startsWith(EHIME))
        .containsExactly("lg:380008 reminder 1", "lg:380008 reminder -5", "lg:380008 reminder -1");
  }
}
