package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** A notice is corrected: what was answered comes along, as far as the questions are the same. */
@QuarkusTest
class LaterVersionTest extends LaterVersionCase {

  @Test
  void answerCountsForTheLaterVersionWithItsTimesAndItsOrigin() {
    clock.set(Instant.parse("2013-07-17T01:00:00Z"));
    proxy(former, "2013-07-16T08:30:00Z").statusCode(200);
    clock.set(Instant.parse("2013-07-19T00:00:00Z"));
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      feed.handle(later.event(), carriedOver("kept"));

      submission(later)
          .body("status", equalTo("completed"))
          .body("result", equalTo("compliant"))
          .body("onTime", equalTo(true))
          .body("completed.origin", equalTo("proxy"))
          .body("completed.by", equalTo(Org.CITY))
          .body("completed.channel", equalTo("fax"))
          .body("completed.answeredAt", equalTo("2013-07-16T08:30:00Z"))
          .body("completed.recordedAt", equalTo("2013-07-17T01:00:00Z"))
          .body("completed.carriedFrom", equalTo(former.assignmentId().toString()))
          .body("draft", nullValue());
      ReceivedEvent told =
          probe.awaitEvent("submission.completed", later.assignmentId().toString());
      EventContract.assertValid(told);
      assertThat(told.sequence()).isEqualTo(2);
      assertThat(told.event().getTime().toInstant())
          .isEqualTo(Instant.parse("2013-07-16T08:30:00Z"));
      assertThat(told.data().path("carriedFrom").asText())
          .isEqualTo(former.assignmentId().toString());
      EventContract.assertValid(
          probe.awaitEvent("assignment.closed", former.assignmentId().toString()));
    }
    assertThat(DeliveryFeed.facts(later.assignmentId())).containsExactly("created", "carried-over");
  }

  @Test
  void answersAreTakenForTheLaterVersionOnlyAndBothStayReadable() {
    completed(former, Vol334.compliant()).statusCode(200);

    feed.handle(later.event(), carriedOver("kept"));

    assignment(former)
        .body("state", equalTo("closed"))
        .body("closure.reason", equalTo("notice-superseded"))
        .body("closure.by", equalTo(Org.MINISTRY))
        .body("carriedOverTo", equalTo(later.assignmentId().toString()))
        .body("permittedActions", empty());
    assignment(later)
        .body("state", equalTo("open"))
        .body("carriedOverFrom", equalTo(former.assignmentId().toString()));
    completed(former, Vol334.notUsed()).statusCode(409).body("code", equalTo("assignment.closed"));
    submission(former)
        .body("status", equalTo("completed"))
        .body("completed.carriedFrom", nullValue());
    completed(later, Vol334.notUsed()).statusCode(200).body("status", equalTo("amended"));
  }

  @Test
  void everyAmendmentComesAlong() {
    completed(former, Vol334.nonCompliant()).statusCode(200);
    clock.set(Instant.parse("2013-07-18T00:00:00Z"));
    completed(former, Vol334.compliant()).statusCode(200);

    feed.handle(later.event(), carriedOver("kept"));

    submission(later)
        .body("status", equalTo("amended"))
        .body("revision", equalTo(2))
        .body("result", equalTo("compliant"));
    Cascade.home()
        .get("/v1/assignments/{id}/submission/revisions", later.assignmentId())
        .then()
        .body("items.result", contains("non-compliant", "compliant"));
  }

  @Test
  void whatIsDoneAboutAFindingGoesOnAndWhatIsDoneStaysDone() {
    completed(former, Vol334.nonCompliant()).statusCode(200);
    String finding = remediations(former).extract().path("items[0].id");
    Cascade.home().post("/v1/remediations/{id}/start", finding).then().statusCode(200);
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      feed.handle(later.event(), carriedOver("kept"));

      remediations(later)
          .body("items.state", contains("in-progress"))
          .body("items[0].itemId", equalTo("data-exposed"));
      remediations(former).body("items.state", contains("withdrawn"));
      probe.awaitEvent("remediation.opened", later.assignmentId().toString());
      List<ReceivedEvent> told =
          probe.events(e -> e.subject().equals(later.assignmentId().toString()));
      assertThat(told).allSatisfy(EventContract::assertValid);
      assertThat(told).extracting(ReceivedEvent::sequence).containsExactly(1L, 2L, 3L);
    }
    Arrival third = Arrival.of(UUID.randomUUID(), checklist);
    String goesOn = remediations(later).extract().path("items[0].id");
    Cascade.home()
        .body(Map.of("measures", "閉じた", "completedOn", "2013-07-11"))
        .post("/v1/remediations/{id}/completion", goesOn)
        .then()
        .statusCode(200);
    feed.handle(third.event(), Later.carriedOver(third, later.noticeId(), "kept"));
    remediations(third)
        .body("items.state", contains("completed"))
        .body("items[0].completed.measures", equalTo("閉じた"));
    submission(third).body("completed.carriedFrom", equalTo(former.assignmentId().toString()));
  }

  @Test
  void onlyTheChangedQuestionsAreOpenInANewVersionOfTheChecklist() {
    completed(former, Vol334.compliant()).statusCode(200);
    publishWith("利用目的を答えてください。");

    feed.handle(later.event(), carriedOver("kept"));

    submission(later)
        .body("checklistVersion", equalTo(2))
        .body("status", equalTo("in-progress"))
        .body("result", equalTo("not-assessed"))
        .body("completed", nullValue())
        .body("draft.answers.uses-service", equalTo("yes"))
        .body("draft.answers.viewers", equalTo("named-staff"))
        .body("draft.answers.purpose", nullValue());
    submission(former).body("checklistVersion", equalTo(1)).body("status", equalTo("completed"));
    for (int version : new int[] {1, 2}) {
      Cascade.home()
          .get("/v1/checklists/{id}?version={v}", checklist, version)
          .then()
          .statusCode(200);
    }
    remediations(later).body("items", empty());
  }

  @Test
  void versionWithTheSameQuestionsIsNoOtherChecklist() {
    completed(former, Vol334.compliant()).statusCode(200);
    publish(Vol334.json());

    feed.handle(later.event(), carriedOver("kept"));

    submission(later).body("checklistVersion", equalTo(2)).body("status", equalTo("completed"));
  }

  @Test
  void answerToSomethingElseIsThereToBeginWithAndCountsForNothing() {
    completed(former, Vol334.compliant()).statusCode(200);

    feed.handle(later.event(), carriedOver("reopened"));

    submission(later)
        .body("status", equalTo("in-progress"))
        .body("draft.answers.uses-service", equalTo("yes"));
    Cascade.home()
        .get("/v1/assignments/{id}/history", later.assignmentId())
        .then()
        .body("items[1].details.answer", equalTo("draft"))
        .body("items[1].details.formerAssignmentId", equalTo(former.assignmentId().toString()));
  }

  @Test
  void whatWasBegunGoesOn() {
    Cascade.home()
        .header("If-Match", "\"0\"")
        .body(Map.of("answers", Map.of("uses-service", "no")))
        .put("/v1/assignments/{id}/submission", former.assignmentId())
        .then()
        .statusCode(200);

    feed.handle(later.event(), carriedOver("kept"));

    submission(later)
        .body("status", equalTo("in-progress"))
        .body("draft.answers.uses-service", equalTo("no"));
  }

  @Test
  void whereNothingWasAnsweredThereIsNothingToCarry() {
    feed.handle(later.event(), carriedOver("kept"));

    submission(later).body("status", equalTo("not-started"));
    assignment(former).body("state", equalTo("closed"));
  }

  @Test
  void carriedAnswerIsShownToThoseOnTheLinesOnly() {
    completed(former, Vol334.compliant()).statusCode(200);
    feed.handle(later.event(), carriedOver("kept"));

    Cascade.city()
        .get("/v1/assignments?noticeId={n}", later.noticeId())
        .then()
        .body("items", hasSize(1))
        .body("items[0].submission.status", equalTo("completed"));
    Cascade.as(Org.CITY_NEXT_DOOR, "forwarder")
        .get("/v1/assignments/{id}", later.assignmentId())
        .then()
        .statusCode(404);
  }
}
