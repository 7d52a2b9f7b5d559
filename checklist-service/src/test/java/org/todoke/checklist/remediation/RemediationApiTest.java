package org.todoke.checklist.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
class RemediationApiTest extends ServiceTest {

  private static final String DONE =
      """
      {"measures": "グループを閉じた", "completedOn": "平成25年7月11日"}
      """;

  @Test
  void findingIsOpenedStartedAndCompleted() {
    UUID assignment = Cascade.assigned();
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      Cascade.completed(assignment, Vol334.nonCompliant());
      String id = onlyOne(assignment);
      one(id)
          .body("state", equalTo("open"))
          .body("itemId", equalTo("data-exposed"))
          .body("permittedActions", contains("start", "complete"));

      start(id).body("state", equalTo("in-progress"));
      start(id).body("state", equalTo("in-progress"));
      complete(id, DONE)
          .statusCode(200)
          .body("state", equalTo("completed"))
          .body("completed.on", equalTo("2013-07-11"))
          .body("completed.channel", equalTo("inbox"))
          .body("permittedActions", empty());
      complete(id, DONE).statusCode(200).body("state", equalTo("completed"));
      Cascade.completed(assignment, Vol334.compliant());

      probe.awaitEvent("submission.amended", assignment.toString());
      List<ReceivedEvent> events = probe.events(e -> e.subject().equals(assignment.toString()));
      assertThat(events)
          .extracting(ReceivedEvent::type)
          .containsExactly(
              "submission.completed",
              "remediation.opened",
              "remediation.completed",
              "submission.amended");
      assertThat(events).extracting(ReceivedEvent::sequence).containsExactly(2L, 3L, 4L, 5L);
      assertThat(events).allSatisfy(EventContract::assertValid);
      assertThat(events.get(1).data().path("remediationId").asText()).isEqualTo(id);
    }
    Cascade.home()
        .get("/v1/assignments/{id}/history", assignment)
        .then()
        .body(
            "items.kind",
            contains(
                "created",
                "submission-completed",
                "remediation-opened",
                "remediation-started",
                "remediation-completed",
                "submission-amended"));
  }

  @Test
  void whatWasDoneEarlierIsTimedByItsDay() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    clock.set(Instant.parse("2013-07-20T05:00:00Z"));
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      complete(onlyOne(assignment), "{\"measures\": \"closed\", \"completedOn\": \"2013-07-18\"}")
          .statusCode(200)
          .body("completed.recordedAt", equalTo("2013-07-20T05:00:00Z"));

      assertThat(
              probe
                  .awaitEvent("remediation.completed", assignment.toString())
                  .event()
                  .getTime()
                  .toInstant())
          .isEqualTo(Instant.parse("2013-07-17T15:00:00Z"));
    }
  }

  @Test
  void amendmentThatRemovesTheFindingWithdrawsIt() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    String id = onlyOne(assignment);
    start(id);
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      Cascade.completed(assignment, Vol334.partiallyCompliant());

      EventContract.assertValid(probe.awaitEvent("remediation.withdrawn", assignment.toString()));
    }
    one(id)
        .body("state", equalTo("withdrawn"))
        .body("withdrawn.reason", equalTo("finding-removed"));
    complete(id, DONE).statusCode(409).body("code", equalTo("remediation.finished"));
    Cascade.home()
        .post("/v1/remediations/{id}/start", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("remediation.finished"));
  }

  @Test
  void findingThatStaysIsNotOpenedTwiceAndOneThatComesBackIs() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    Map<String, Object> otherWords = new HashMap<>(Vol334.nonCompliant());
    otherWords.put("measures", "全員に説明した");
    Cascade.completed(assignment, otherWords);
    String id = onlyOne(assignment);
    complete(id, DONE).statusCode(200);
    Cascade.completed(assignment, Vol334.compliant());

    Cascade.completed(assignment, Vol334.nonCompliant());

    Cascade.home()
        .get("/v1/remediations?assignmentId={a}", assignment)
        .then()
        .body("items.state", containsInAnyOrder("completed", "open"));
    Cascade.home()
        .get("/v1/remediations?assignmentId={a}&state=open", assignment)
        .then()
        .body("items", hasSize(1))
        .body("items[0].revision", equalTo(4));
  }

  @Test
  void authorityEntersWhatWasReportedByTelephone() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    String id = onlyOne(assignment);

    Cascade.city()
        .body(DONE)
        .post("/v1/remediations/{id}/completion", id)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/channel"));
    Cascade.city()
        .body(
            "{\"measures\": \"closed\", \"completedOn\": \"2013-07-11\", \"channel\": \"telephone\"}")
        .post("/v1/remediations/{id}/completion", id)
        .then()
        .statusCode(200)
        .body("completed.by", equalTo(Org.CITY))
        .body("completed.channel", equalTo("telephone"));
  }

  @Test
  void wrongReportsAreNamedAndChangeNothing() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    String id = onlyOne(assignment);

    complete(id, "{\"measures\": \" \", \"completedOn\": \"2013-07-12\", \"channel\": \"fax\"}")
        .statusCode(422)
        .body("violations.pointer", contains("/measures", "/completedOn", "/channel"))
        .body(
            "violations.code",
            contains("value.required", "date.in-future", "submission.only-by-proxy"));
    complete(id, "{\"measures\": \"" + "長".repeat(4001) + "\", \"completedOn\": \"平成25年2月30日\"}")
        .statusCode(422)
        .body("violations.code", contains("date.not-a-day"));
    complete(id, "{\"measures\": \"" + "長".repeat(4001) + "\"}")
        .statusCode(422)
        .body("violations.code", contains("text.too-long", "value.required"));
    one(id).body("state", equalTo("open"));
  }

  @Test
  void otherReportOfWhatIsCompletedIsAConflict() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    String id = onlyOne(assignment);
    complete(id, DONE).statusCode(200);

    complete(id, "{\"measures\": \"something else\", \"completedOn\": \"2013-07-11\"}")
        .statusCode(409)
        .body("code", equalTo("remediation.finished"));
  }

  @Test
  void listIsNarrowedByNotice() {
    UUID checklist = Cascade.publishedChecklist();
    UUID notice = UUID.randomUUID();
    UUID assignment = Cascade.assigned(Arrival.of(notice, checklist));
    UUID other = Cascade.assigned(Arrival.of(UUID.randomUUID(), checklist));
    Cascade.completed(assignment, Vol334.nonCompliant());
    Cascade.completed(other, Vol334.nonCompliant());

    Cascade.city()
        .get("/v1/remediations?noticeId={n}", notice)
        .then()
        .statusCode(200)
        .body("items.assignmentId", contains(assignment.toString()));
    Cascade.city()
        .get("/v1/remediations?state=lost&noticeId=x&assignmentId=y")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer", contains("query:noticeId", "query:assignmentId", "query:state"));
  }

  private static String onlyOne(UUID assignment) {
    return Cascade.home()
        .get("/v1/remediations?assignmentId={a}", assignment)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .extract()
        .path("items[0].id");
  }

  private static ValidatableResponse one(String id) {
    return Cascade.home().get("/v1/remediations/{id}", id).then().statusCode(200);
  }

  private static ValidatableResponse start(String id) {
    return Cascade.home().post("/v1/remediations/{id}/start", id).then().statusCode(200);
  }

  private static ValidatableResponse complete(String id, String body) {
    return Cascade.home().body(body).post("/v1/remediations/{id}/completion", id).then();
  }
}
