package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.security.SystemScope;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

/** A notice is over: no further answer is taken, and what was answered stays. */
@QuarkusTest
class EndedNoticeTest extends ServiceTest {

  @Inject DeliveryFeed feed;
  @Inject CloseEnded ends;

  private Arrival arrival;

  @BeforeEach
  void arrive() {
    arrival = Arrival.of(UUID.randomUUID(), Cascade.publishedChecklist());
    feed.handle(arrival.event());
  }

  @ParameterizedTest
  @CsvSource({"NOTICE_CLOSED, notice-closed", "NOTICE_CANCELLED, notice-cancelled"})
  void newsOverTheTopicClosesTheAssignments(EventType type, String reason) {
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS);
        TopicWriter writer = new TopicWriter()) {
      writer.send(Later.ended(type, arrival.noticeId()));

      EventContract.assertValid(
          probe.awaitEvent("assignment.closed", arrival.assignmentId().toString()));
    }
    Eventually.assertThat(
        () ->
            assertThat(feed.count("select count(*) from notice_end where finished")).isEqualTo(1));
    Cascade.home()
        .get("/v1/assignments/{id}", arrival.assignmentId())
        .then()
        .body("state", equalTo("closed"))
        .body("closure.reason", equalTo(reason))
        .body("closure.by", equalTo(Org.MINISTRY))
        .body("closure.at", equalTo("2013-07-19T00:00:00Z"))
        .body("overdue", equalTo(false))
        .body("permittedActions", empty());
    Cascade.home()
        .body(Map.of("answers", Vol334.compliant()))
        .post("/v1/assignments/{id}/submission/completion", arrival.assignmentId())
        .then()
        .statusCode(409)
        .body("code", equalTo("assignment.closed"));
  }

  @Test
  void whatWasAnsweredStaysAndOtherNoticesGoOn() {
    Cascade.completed(arrival.assignmentId(), Vol334.compliant());
    Arrival other = Arrival.of(UUID.randomUUID(), arrival.checklistId());
    feed.handle(other.event());

    feed.handleNotices(Later.ended(EventType.NOTICE_CANCELLED, arrival.noticeId()));

    Cascade.home()
        .get("/v1/assignments/{id}/submission", arrival.assignmentId())
        .then()
        .body("status", equalTo("completed"));
    Cascade.home()
        .get("/v1/assignments/{id}", other.assignmentId())
        .then()
        .body("state", equalTo("open"));
  }

  @Test
  void arrivalThatIsHeardOfLaterIsClosedAtOnce() {
    Arrival late = arrival.at(Org.SECOND_HOME);
    feed.handleNotices(Later.ended(EventType.NOTICE_CANCELLED, arrival.noticeId()));

    feed.handle(late.event());

    Cascade.as(Org.SECOND_HOME, "responder")
        .get("/v1/assignments/{id}", late.assignmentId())
        .then()
        .body("closure.reason", equalTo("notice-cancelled"));
  }

  @Test
  void firstEndStandsAndTheSameNewsTwiceChangesNothing() {
    CloudEvent news = Later.ended(EventType.NOTICE_CANCELLED, arrival.noticeId());
    feed.handleNotices(news);
    feed.handleNotices(news, Later.ended(EventType.NOTICE_CLOSED, arrival.noticeId()));

    assertThat(DeliveryFeed.facts(arrival.assignmentId())).containsExactly("created", "closed");
    assertThat(feed.count("select count(*) from notice_end where reason = 'notice-cancelled'"))
        .isEqualTo(1);
  }

  @Test
  void nationIsClosedStretchByStretch() {
    List<CloudEvent> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(arrival.at("kj:38704%05d".formatted(i)).event());
    }
    feed.handle(many.toArray(CloudEvent[]::new));
    SystemScope.run(
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        ends.keep(
                            List.of(
                                new CloseEnded.End(
                                    arrival.noticeId(),
                                    "notice-closed",
                                    Org.MINISTRY,
                                    Later.TIME.toString(),
                                    "x")))));

    Eventually.assertThat(
        () ->
            assertThat(feed.count("select count(*) from assignment where state = 'closed'"))
                .isEqualTo(26));
    assertThat(stretch(10)).isZero();
    assertThat(feed.count("select count(*) from notice_end where not finished")).isZero();
  }

  @Test
  void authorityCannotSayThatTheNoticeIsOver() {
    for (String reason : List.of("notice-closed", "notice-cancelled", "notice-superseded")) {
      Cascade.city()
          .body(Map.of("reason", reason))
          .post("/v1/assignments/{id}/closure", arrival.assignmentId())
          .then()
          .statusCode(422)
          .body("violations.code", contains("assignment.closed-with-notice-only"));
    }
  }

  private int stretch(int atMost) {
    try {
      return SystemScope.call(
          () -> QuarkusTransaction.requiringNew().call(() -> ends.closeStretch(atMost)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
