package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.StatementCounter;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

@QuarkusTest
class DeliveryConsumerTest extends ServiceTest {

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
  void arrivalBecomesAnAssignmentAndSaysSo() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival arrival = Arrival.of(notice, checklist);
    CloudEvent event = arrival.event();
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      writer.send(event);

      ReceivedEvent created =
          probe.awaitEvent("assignment.created", arrival.assignmentId().toString());
      EventContract.assertValid(created);
      assertThat(created.sequence()).isEqualTo(1);
      assertThat(created.key()).isEqualTo(arrival.assignmentId().toString());
      assertThat(created.extension("correlationid")).isEqualTo(notice.toString());
      assertThat(created.extension("causationid")).isEqualTo(event.getId());
      assertThat(created.data().path("dueOn").asText()).isEqualTo("2013-07-26");
      assertThat(created.data().path("municipality").asText()).isEqualTo(Org.CITY);
    }
    Cascade.home()
        .get("/v1/assignments/{id}", arrival.assignmentId())
        .then()
        .statusCode(200)
        .body("noticeId", equalTo(notice.toString()))
        .body("checklistId", equalTo(checklist.toString()))
        .body("checklistVersion", equalTo(1))
        .body("state", equalTo("open"))
        .body("usage", equalTo("actual"))
        .body("submission.status", equalTo("not-started"))
        .body("submission.result", equalTo("not-assessed"))
        .body("permittedActions", contains("save-draft", "complete"));
  }

  @Test
  void secondRouteIsTheSameAssignmentAndPullsTheDateForward() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival first = Arrival.of(notice, checklist);
    UUID id = Cascade.assigned(first);

    writer.send(first.sequence(2).dueOn("2013-07-19").time("2013-07-17T03:00:00Z").event());

    Eventually.assertThat(() -> assertThat(dueOn(id)).isEqualTo("2013-07-19"));
    Cascade.home()
        .get("/v1/assignments/{id}/history", id)
        .then()
        .body("items.kind", contains("created", "due-date-advanced"))
        .body("items[1].details.formerDueOn", equalTo("2013-07-26"))
        .body("items[1].time", equalTo("2013-07-17T03:00:00Z"));
    Cascade.home().get("/v1/assignments").then().body("items", hasSize(1));
  }

  @Test
  void laterDateOfASecondRouteChangesNothing() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival first = Arrival.of(notice, checklist);
    UUID id = Cascade.assigned(first);

    feed.handle(first.sequence(2).dueOn("2013-08-30").event());
    feed.handle(first.sequence(3).dueOn(null).event());

    assertThat(dueOn(id)).isEqualTo("2013-07-26");
    assertThat(DeliveryFeed.facts(id)).containsExactly("created");
  }

  @Test
  void sameEventTwiceIsTakenOnce() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival arrival = Arrival.of(notice, checklist);
    CloudEvent event = arrival.event();
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      writer.send(event);
      writer.send(event);
      Cascade.awaitAssignment(arrival);
      Arrival marker = arrival.at(Org.SECOND_HOME);
      writer.send(marker.event());
      probe.awaitEvent("assignment.created", marker.assignmentId().toString());

      assertThat(probe.events(e -> e.subject().equals(arrival.assignmentId().toString())))
          .hasSize(1);
    }
    assertThat(DeliveryFeed.facts(arrival.assignmentId())).containsExactly("created");
  }

  @Test
  void orderOfArrivalsDoesNotMatter() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival early = Arrival.of(notice, checklist).dueOn("2013-07-26");
    Arrival late = early.sequence(2).dueOn("2013-07-19").time("2013-07-17T03:00:00Z");
    Arrival otherEarly = early.at(Org.SECOND_HOME);
    Arrival otherLate = late.at(Org.SECOND_HOME);

    feed.handle(late.event());
    feed.handle(early.event());
    feed.handle(otherLate.event(), otherEarly.event());

    for (UUID id : List.of(early.assignmentId(), otherEarly.assignmentId())) {
      Cascade.corporation()
          .get("/v1/assignments/{id}", id)
          .then()
          .body("dueOn", equalTo("2013-07-19"))
          .body("arrivedAt", equalTo("2013-07-11T00:00:00Z"));
    }
    assertThat(DeliveryFeed.facts(otherEarly.assignmentId()))
        .containsExactly("created", "due-date-advanced");
  }

  @Test
  void wholeBatchIsOneAssignmentForEachEstablishmentAtThePriceOfOne() {
    UUID checklist = Cascade.publishedChecklist();
    CloudEvent[] one = {Arrival.of(UUID.randomUUID(), checklist).event()};
    List<CloudEvent> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Arrival arrival = Arrival.of(notice, checklist).at("kj:38704%05d".formatted(i));
      many.add(arrival.event());
      many.add(arrival.sequence(2).dueOn("2013-07-20").event());
    }

    int priceOfOne = StatementCounter.during(() -> feed.handle(one));
    int priceOfMany = StatementCounter.during(() -> feed.handle(many.toArray(CloudEvent[]::new)));

    assertThat(priceOfMany).isPositive().isEqualTo(priceOfOne);
    assertThat(feed.count("select count(*) from assignment where due_on = '2013-07-20'"))
        .isEqualTo(500);
    assertThat(feed.count("select count(*) from assignment_fact where kind = 'due-date-advanced'"))
        .isEqualTo(500);
  }

  @Test
  void exerciseIsCarriedAlongAsAnExercise() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival arrival = Arrival.of(notice, checklist);
    CloudEvent exercise =
        CloudEventBuilder.from(arrival.event())
            .withData(
                new String(arrival.event().getData().toBytes(), StandardCharsets.UTF_8)
                    .replace("\"usage\":\"actual\"", "\"usage\":\"exercise\"")
                    .getBytes(StandardCharsets.UTF_8))
            .build();

    feed.handle(exercise);

    Cascade.home()
        .get("/v1/assignments/{id}", arrival.assignmentId())
        .then()
        .body("usage", equalTo("exercise"));
  }

  @Test
  void everybodyOfANoticeAnswersTheVersionThatItBeganWith() {
    UUID checklist = Cascade.publishedChecklist();
    Cascade.assigned(Arrival.of(notice, checklist));
    Cascade.ministry()
        .header("If-Match", "\"2\"")
        .body(
            """
            {"title": "New", "items": [{"id": "a", "text": "x", "type": "yes-no"}]}
            """)
        .put("/v1/checklists/{id}", checklist)
        .then()
        .statusCode(200);
    Cascade.ministry().post("/v1/checklists/{id}/publication", checklist).then().statusCode(200);

    feed.handle(Arrival.of(notice, checklist).at(Org.SECOND_HOME).event());
    Arrival otherNotice = Arrival.of(UUID.randomUUID(), checklist);
    feed.handle(otherNotice.event());

    Cascade.corporation()
        .get("/v1/assignments?noticeId={n}", notice)
        .then()
        .body("items.checklistVersion", contains(1, 1));
    Cascade.home()
        .get("/v1/assignments/{id}", otherNotice.assignmentId())
        .then()
        .body("checklistVersion", equalTo(2));
  }

  private static String dueOn(UUID id) {
    return Cascade.home().get("/v1/assignments/{id}", id).then().extract().path("dueOn");
  }
}
