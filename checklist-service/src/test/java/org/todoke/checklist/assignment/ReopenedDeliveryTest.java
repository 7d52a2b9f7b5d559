package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

/** It was declined that the paper had gone to the wrong addressee: the answer is owed again. */
@QuarkusTest
class ReopenedDeliveryTest extends ServiceTest {

  @Inject DeliveryFeed feed;

  private final UUID notice = UUID.randomUUID();
  private Arrival arrival;

  @BeforeEach
  void publish() {
    arrival = Arrival.of(notice, Cascade.publishedChecklist());
  }

  @Test
  void assignmentIsOpenAgainAndTakesAnAnswer() {
    UUID id = Cascade.assigned(arrival);
    feed.handle(excused(2));
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS);
        TopicWriter writer = new TopicWriter()) {
      writer.send(declined(3, true));

      ReceivedEvent reopened = probe.awaitEvent("assignment.reopened", id.toString());
      EventContract.assertValid(reopened);
      assertThat(reopened.sequence()).isEqualTo(3);
    }
    Cascade.home()
        .get("/v1/assignments/{id}", id)
        .then()
        .body("state", equalTo("open"))
        .body("closure", nullValue());
    Cascade.completed(id, Vol334.compliant());
    assertThat(DeliveryFeed.facts(id))
        .containsExactly("created", "closed", "reopened", "submission-completed");
  }

  @Test
  void whatWasBeingRemediedGoesOnWhereItWas() {
    UUID id = Cascade.assigned(arrival);
    Cascade.completed(id, Vol334.nonCompliant());
    feed.handle(excused(2));
    assertThat(remediationStates(id)).containsOnly("withdrawn");
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      feed.handle(declined(3, true));

      EventContract.assertValid(probe.awaitEvent("remediation.opened", id.toString()));
    }
    assertThat(remediationStates(id)).containsOnly("open");
  }

  @Test
  void orderInWhichItIsHeardMakesNoDifference() {
    feed.handle(declined(3, true));
    feed.handle(excused(2));
    feed.handle(arrival.event());
    assertThat(DeliveryFeed.facts(arrival.assignmentId())).containsExactly("created");

    Arrival together = arrival.at(Org.SECOND_HOME);
    feed.handle(
        declined(Org.SECOND_HOME, 3, true),
        Cascade.excused(notice, Org.SECOND_HOME, 2, "wrong-addressee"),
        together.event());
    assertThat(DeliveryFeed.facts(together.assignmentId())).containsExactly("created");
  }

  @Test
  void whoSendsItBackOnceMoreIsExcusedOnceMore() {
    UUID id = Cascade.assigned(arrival);

    feed.handle(excused(2));
    feed.handle(declined(3, true));
    feed.handle(excused(4));

    assertThat(DeliveryFeed.facts(id)).containsExactly("created", "closed", "reopened", "closed");
    feed.handle(declined(3, true));
    assertThat(DeliveryFeed.facts(id)).hasSize(4);
  }

  @Test
  void sameNewsTwiceReopensOnce() {
    UUID id = Cascade.assigned(arrival);

    feed.handle(excused(2));
    feed.handle(declined(3, true));
    feed.handle(declined(3, true), excused(2));

    assertThat(DeliveryFeed.facts(id)).containsExactly("created", "closed", "reopened");
  }

  @Test
  void whereAnotherExcuseStandsItStaysClosed() {
    UUID id = Cascade.assigned(arrival);

    feed.handle(Cascade.excused(notice, Org.HOME, 2, "not-concerned"));
    feed.handle(declined(3, false));

    assertThat(DeliveryFeed.facts(id)).containsExactly("created", "closed");
  }

  @Test
  void whatTheAuthorityClosedIsNotReopened() {
    UUID id = Cascade.assigned(arrival);
    feed.handle(excused(2));
    feed.handle(declined(3, true));
    Cascade.city()
        .body("{\"reason\":\"collection-ended\"}")
        .post("/v1/assignments/{id}/closure", id)
        .then()
        .statusCode(200);

    feed.handle(declined(3, true));

    Cascade.home().get("/v1/assignments/{id}", id).then().body("state", equalTo("closed"));
  }

  @Test
  void noticeThatIsOverMeanwhileClosesItAtOnce() {
    UUID id = Cascade.assigned(arrival);
    feed.handle(excused(2));
    feed.handleNotices(Later.ended(EventType.NOTICE_CLOSED, notice));

    feed.handle(declined(3, true));

    Cascade.home()
        .get("/v1/assignments/{id}", id)
        .then()
        .body("state", equalTo("closed"))
        .body("closure.reason", equalTo("notice-closed"));
  }

  private CloudEvent excused(long sequence) {
    return Cascade.excused(notice, Org.HOME, sequence, "wrong-addressee");
  }

  private CloudEvent declined(long sequence, boolean lifted) {
    return declined(Org.HOME, sequence, lifted);
  }

  private CloudEvent declined(String establishment, long sequence, boolean lifted) {
    return TopicWriter.event(
        EventType.FORWARDING_REJECTION_DECLINED,
        notice + "/" + establishment,
        notice.toString(),
        sequence,
        """
        {"noticeId":"%s","organization":"%s","tier":"establishment","by":"%s","liftedExcuse":%s}
        """
            .formatted(notice, establishment, Org.CITY, lifted));
  }

  private static List<String> remediationStates(UUID id) {
    return Cascade.home()
        .get("/v1/remediations?assignmentId={id}", id)
        .then()
        .statusCode(200)
        .extract()
        .path("items.state");
  }
}
