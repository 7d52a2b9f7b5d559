package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

@QuarkusTest
class ExcusedDeliveryTest extends ServiceTest {

  @Inject DeliveryFeed feed;

  private final UUID notice = UUID.randomUUID();
  private TopicWriter writer;

  @BeforeEach
  void open() {
    writer = new TopicWriter();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void excusedDeliveryClosesItsAssignment() {
    UUID checklist = Cascade.publishedChecklist();
    UUID id = Cascade.assigned(Arrival.of(notice, checklist));
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      writer.send(Cascade.excused(notice, Org.HOME, 2, "not-concerned"));

      ReceivedEvent closed = probe.awaitEvent("assignment.closed", id.toString());
      EventContract.assertValid(closed);
      assertThat(closed.sequence()).isEqualTo(2);
    }
    Cascade.home()
        .get("/v1/assignments/{id}", id)
        .then()
        .body("state", equalTo("closed"))
        .body("closure.reason", equalTo("excused"))
        .body("closure.by", equalTo(Org.CITY))
        .body("permittedActions", empty());
  }

  @Test
  void excuseThatIsHeardOfFirstClosesTheAssignmentWhenItComes() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival arrival = Arrival.of(notice, checklist);

    feed.handle(Cascade.excused(notice, Org.HOME, 2, "wrong-addressee"));
    feed.handle(arrival.event());
    feed.handle(arrival.sequence(3).event());

    assertThat(DeliveryFeed.facts(arrival.assignmentId())).containsExactly("created", "closed");
  }

  @Test
  void omissionEndsWithALaterArrivalByAnotherRoute() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival later = Arrival.of(notice, checklist).sequence(2);
    Arrival earlier = Arrival.of(notice, checklist).at(Org.SECOND_HOME).sequence(1);

    feed.handle(Cascade.excused(notice, Org.HOME, 1, "omitted"), later.event());
    feed.handle(Cascade.excused(notice, Org.SECOND_HOME, 2, "omitted"), earlier.event());

    assertThat(DeliveryFeed.facts(later.assignmentId())).containsExactly("created");
    assertThat(DeliveryFeed.facts(earlier.assignmentId())).containsExactly("created", "closed");
  }

  @Test
  void excuseTwiceClosesOnce() {
    UUID checklist = Cascade.publishedChecklist();
    UUID id = Cascade.assigned(Arrival.of(notice, checklist));

    feed.handle(Cascade.excused(notice, Org.HOME, 2, "closed"));
    feed.handle(Cascade.excused(notice, Org.HOME, 3, "not-concerned"));

    assertThat(DeliveryFeed.facts(id)).containsExactly("created", "closed");
  }
}
