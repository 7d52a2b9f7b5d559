package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
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
import org.todoke.security.Role;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
class AssignmentApiTest extends ServiceTest {

  @Test
  void listIsNarrowedByNoticeStateResultAndLateness() {
    UUID checklist = Cascade.publishedChecklist();
    UUID notice = UUID.randomUUID();
    UUID answered = Cascade.assigned(Arrival.of(notice, checklist));
    UUID silent = Cascade.assigned(Arrival.of(notice, checklist).at(Org.SECOND_HOME));
    UUID later = Cascade.assigned(Arrival.of(UUID.randomUUID(), checklist).dueOn("2013-08-30"));
    UUID undated = Cascade.assigned(Arrival.of(UUID.randomUUID(), checklist).dueOn(null));
    Cascade.completed(answered, Vol334.compliant());
    clock.set(Instant.parse("2013-07-26T15:00:00Z"));

    list("noticeId=" + notice)
        .body("items.id", containsInAnyOrder(answered.toString(), silent.toString()));
    list("overdue=true").body("items.id", contains(silent.toString()));
    list("overdue=false")
        .body(
            "items.id",
            containsInAnyOrder(answered.toString(), later.toString(), undated.toString()));
    list("result=compliant").body("items.id", contains(answered.toString()));
    list("result=not-assessed&noticeId=" + notice).body("items.id", contains(silent.toString()));
    list("state=closed").body("items", empty());
    list("state=open").body("items", hasSize(4));
  }

  @Test
  void dayOfTheDeadlineIsStillInTime() {
    UUID id = Cascade.assigned();

    clock.set(Instant.parse("2013-07-26T14:59:59Z"));
    one(id).body("overdue", equalTo(false));
    clock.set(Instant.parse("2013-07-26T15:00:00Z"));
    one(id).body("overdue", equalTo(true));
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    UUID checklist = Cascade.publishedChecklist();
    UUID notice = UUID.randomUUID();
    Cascade.assigned(Arrival.of(notice, checklist));
    Cascade.assigned(Arrival.of(notice, checklist).at(Org.SECOND_HOME));

    ValidatableResponse first = list("limit=1").body("items", hasSize(1));
    ValidatableResponse second =
        list("limit=1&cursor=" + first.extract().path("next"))
            .body("items", hasSize(1))
            .body("next", nullValue());

    assertThat((String) first.extract().path("items[0].id"))
        .isNotEqualTo(second.extract().path("items[0].id"));
  }

  @Test
  void wrongFiltersAreNamedTogether() {
    Cascade.city()
        .get("/v1/assignments?noticeId=x&state=lost&result=good&overdue=maybe")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains("query:noticeId", "query:state", "query:result", "query:overdue"));
  }

  @Test
  void municipalityEndsTheCollectionOnce() {
    UUID id = Cascade.assigned();
    Cascade.completed(id, Vol334.nonCompliant());
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      close(id, "collection-ended")
          .statusCode(200)
          .body("state", equalTo("closed"))
          .body("closure.reason", equalTo("collection-ended"))
          .body("openRemediations", equalTo(0));
      close(id, "not-concerned")
          .statusCode(200)
          .body("closure.reason", equalTo("collection-ended"));

      List<ReceivedEvent> events = probe.awaitEvents(2, e -> e.subject().equals(id.toString()));
      assertThat(events).allSatisfy(EventContract::assertValid);
      assertThat(events)
          .extracting(ReceivedEvent::type)
          .containsExactly("remediation.withdrawn", "assignment.closed");
      assertThat(events).extracting(ReceivedEvent::sequence).containsExactly(4L, 5L);
    }
    Cascade.city()
        .get("/v1/assignments/{id}/history", id)
        .then()
        .body(
            "items.kind",
            contains(
                "created",
                "submission-completed",
                "remediation-opened",
                "remediation-withdrawn",
                "closed"));
    Cascade.home()
        .get("/v1/remediations")
        .then()
        .body("items[0].withdrawn.reason", equalTo("assignment-closed"));
  }

  @Test
  void othersDoNotCloseAndExcusesComeFromTheDelivery() {
    UUID id = Cascade.assigned();

    Cascade.prefecture()
        .body(Map.of("reason", "collection-ended"))
        .post("/v1/assignments/{id}/closure", id)
        .then()
        .statusCode(403)
        .body("code", equalTo("assignment.closed-by-municipality-only"));
    Cascade.as(Org.CITY_NEXT_DOOR, Role.FORWARDER)
        .body(Map.of("reason", "collection-ended"))
        .post("/v1/assignments/{id}/closure", id)
        .then()
        .statusCode(404);
    close(id, "excused").statusCode(422).body("violations.pointer", hasItem("/reason"));
    close(id, "bored").statusCode(422).body("violations.code", contains("enum.unknown"));
    Cascade.city()
        .body("{}")
        .post("/v1/assignments/{id}/closure", id)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/reason"));
    one(id).body("state", equalTo("open"));
  }

  private static ValidatableResponse close(UUID id, String reason) {
    return Cascade.city()
        .body(Map.of("reason", reason))
        .post("/v1/assignments/{id}/closure", id)
        .then();
  }

  private static ValidatableResponse one(UUID id) {
    return Cascade.home().get("/v1/assignments/{id}", id).then().statusCode(200);
  }

  private static ValidatableResponse list(String query) {
    return Cascade.city().get("/v1/assignments?" + query).then().statusCode(200);
  }
}
