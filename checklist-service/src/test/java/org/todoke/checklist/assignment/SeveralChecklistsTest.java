package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.EventType;

/** A notice that asks for two checklists: an establishment has an assignment for each. */
@QuarkusTest
class SeveralChecklistsTest extends ServiceTest {

  @Inject DeliveryFeed feed;

  private UUID first;
  private UUID second;
  private Arrival arrival;

  @BeforeEach
  void publish() {
    first = Cascade.publishedChecklist();
    second = Cascade.publishedChecklist();
    arrival = Arrival.of(UUID.randomUUID(), first);
  }

  @Test
  void oneArrivalMakesAnAssignmentForEachAndASecondOneNoMore() {
    feed.handle(withBoth(arrival));
    feed.handle(withBoth(arrival.sequence(2).dueOn("2013-07-20")), withBoth(arrival));

    Cascade.home()
        .queryParam("noticeId", arrival.noticeId())
        .get("/v1/assignments")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body(
            "items.id",
            containsInAnyOrder(arrival.assignmentId().toString(), ofSecond(arrival).toString()))
        .body("items.checklistId", containsInAnyOrder(first.toString(), second.toString()))
        .body("items.dueOn", everyItem(equalTo("2013-07-20")));
  }

  @Test
  void eachIsAnsweredByItselfAndAnExcuseClosesAll() {
    feed.handle(withBoth(arrival));

    Cascade.completed(ofSecond(arrival), Vol334.compliant());
    feed.handle(Cascade.excused(arrival.noticeId(), Org.HOME, 2, "closed"));

    assertThat(DeliveryFeed.facts(arrival.assignmentId())).containsExactly("created", "closed");
    assertThat(DeliveryFeed.facts(ofSecond(arrival)))
        .containsExactly("created", "submission-completed", "closed");
  }

  @Test
  void dateThatIsPutOffIsPutOffForAll() {
    feed.handle(withBoth(arrival));

    feed.handle(Later.dueChanged(arrival, 2, "2013-07-26", "2013-08-09"));

    for (UUID id : new UUID[] {arrival.assignmentId(), ofSecond(arrival)}) {
      Cascade.home().get("/v1/assignments/{id}", id).then().body("dueOn", equalTo("2013-08-09"));
    }
  }

  @Test
  void laterVersionTakesTheAnswersOfEachChecklistToItself() {
    feed.handle(withBoth(arrival));
    Cascade.completed(arrival.assignmentId(), Vol334.compliant());
    Cascade.completed(ofSecond(arrival), Vol334.nonCompliant());
    Arrival later = Arrival.of(UUID.randomUUID(), first).time("2013-07-19T00:00:00Z");

    feed.handle(withBoth(later), Later.carriedOver(later, arrival.noticeId(), "kept"));

    result(later.assignmentId(), "compliant");
    result(ofSecond(later), "non-compliant");
    assertThat(DeliveryFeed.facts(arrival.assignmentId())).endsWith("closed");
    assertThat(DeliveryFeed.facts(ofSecond(arrival))).endsWith("closed");
  }

  @Test
  void checklistThatComesInAdditionIsAnsweredAnew() {
    feed.handle(arrival.event());
    Cascade.completed(arrival.assignmentId(), Vol334.compliant());
    Arrival later = Arrival.of(UUID.randomUUID(), first).time("2013-07-19T00:00:00Z");

    feed.handle(withBoth(later), Later.carriedOver(later, arrival.noticeId(), "kept"));

    result(later.assignmentId(), "compliant");
    assertThat(DeliveryFeed.facts(ofSecond(later))).containsExactly("created");
  }

  private static void result(UUID assignment, String result) {
    Cascade.home()
        .get("/v1/assignments/{id}/submission", assignment)
        .then()
        .statusCode(200)
        .body("result", equalTo(result));
  }

  private UUID ofSecond(Arrival of) {
    String name = "todoke:assignment:" + of.noticeId() + "/" + of.establishment() + "/" + second;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private CloudEvent withBoth(Arrival of) {
    String data = new String(of.event().getData().toBytes(), StandardCharsets.UTF_8).strip();
    String more =
        data.substring(0, data.lastIndexOf('}')) + ",\"moreChecklistIds\":[\"" + second + "\"]}";
    assertThat(of.event().getType()).isEqualTo(EventType.DELIVERY_ARRIVED.wireName());
    return CloudEventBuilder.from(of.event())
        .withData(more.getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
