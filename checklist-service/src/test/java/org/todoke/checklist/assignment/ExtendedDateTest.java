package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;

/** The issuer puts the date off. */
@QuarkusTest
class ExtendedDateTest extends ServiceTest {

  private static final String DUE = "2013-07-26";
  private static final String LATER = "2013-08-09";

  @Inject DeliveryFeed feed;

  private Arrival arrival;

  @BeforeEach
  void publish() {
    arrival = Arrival.of(UUID.randomUUID(), Cascade.publishedChecklist());
  }

  @Test
  void laterDateHoldsAndWhoWasLateIsNot() {
    feed.handle(arrival.event());
    clock.set(Instant.parse("2013-07-30T00:00:00Z"));
    Cascade.completed(arrival.assignmentId(), Vol334.compliant());
    Cascade.home()
        .get("/v1/assignments/{id}", arrival.assignmentId())
        .then()
        .body("submission.onTime", equalTo(false));

    feed.handle(Later.dueChanged(arrival, 2, DUE, LATER));

    Cascade.home()
        .get("/v1/assignments/{id}", arrival.assignmentId())
        .then()
        .body("dueOn", equalTo(LATER))
        .body("submission.onTime", equalTo(true));
    Cascade.home()
        .get("/v1/assignments/{id}/history", arrival.assignmentId())
        .then()
        .body("items.kind", contains("created", "submission-completed", "due-date-extended"))
        .body("items[2].by", equalTo(Org.MINISTRY))
        .body("items[2].details.formerDueOn", equalTo(DUE));
  }

  @Test
  void sameNewsTwiceMovesTheDateOnce() {
    feed.handle(arrival.event());
    CloudEvent news = Later.dueChanged(arrival, 2, DUE, LATER);
    feed.handle(news);
    feed.handle(news);

    assertThat(dueOn()).isEqualTo(LATER);
    assertThat(DeliveryFeed.facts(arrival.assignmentId()))
        .containsExactly("created", "due-date-extended");
  }

  @Test
  void arrivalThatIsHeardOfAfterItsDateWasPutOffHasTheLaterDate() {
    feed.handle(Later.dueChanged(arrival, 2, DUE, LATER));
    feed.handle(arrival.event());

    assertThat(dueOn()).isEqualTo(LATER);
  }

  @Test
  void orderWithinABatchDoesNotMatter() {
    feed.handle(
        Later.dueChanged(arrival, 3, LATER, "2013-08-30"),
        arrival.event(),
        Later.dueChanged(arrival, 2, DUE, LATER));

    assertThat(dueOn()).isEqualTo("2013-08-30");
  }

  @Test
  void twoExtensionsAtOnceMoveToTheLast() {
    feed.handle(arrival.event());

    feed.handle(
        Later.dueChanged(arrival, 2, DUE, LATER),
        Later.dueChanged(arrival, 3, LATER, "2013-08-30"));

    assertThat(dueOn()).isEqualTo("2013-08-30");
  }

  @Test
  void earlierDateOfSomebodyOnTheWayThatComesAfterwardsHolds() {
    feed.handle(arrival.event());

    feed.handle(
        Later.dueChanged(arrival, 2, DUE, LATER), arrival.sequence(3).dueOn("2013-07-31").event());

    assertThat(dueOn()).isEqualTo("2013-07-31");
  }

  @Test
  void dateThatIsNotTheIssuersStays() {
    feed.handle(arrival.dueOn("2013-07-19").event());

    feed.handle(Later.dueChanged(arrival, 2, DUE, LATER));

    assertThat(dueOn()).isEqualTo("2013-07-19");
    assertThat(DeliveryFeed.facts(arrival.assignmentId())).containsExactly("created");
  }

  private String dueOn() {
    return Cascade.home()
        .get("/v1/assignments/{id}", arrival.assignmentId())
        .then()
        .statusCode(200)
        .extract()
        .path("dueOn");
  }
}
