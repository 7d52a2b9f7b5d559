package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.contracts.EventType;
import org.todoke.security.Role;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

@QuarkusTest
class PoisonedDeliveryTest extends ServiceTest {

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
  void otherTiersAndNoticesWithoutAChecklistAreNotOurs() {
    feed.handle(
        TopicWriter.event(
            EventType.DELIVERY_ARRIVED,
            notice + "/" + Org.CITY,
            notice.toString(),
            1,
            """
            {"noticeId":"%s","organization":"%s","tier":"municipality","from":"%s","channel":"inbox",
             "first":true,"usage":"actual","checklistId":"%s"}
            """
                .formatted(notice, Org.CITY, Org.MINISTRY, UUID.randomUUID())),
        TopicWriter.event(
            EventType.DELIVERY_ARRIVED,
            notice + "/" + Org.HOME,
            notice.toString(),
            1,
            """
            {"noticeId":"%s","organization":"%s","tier":"establishment","from":"%s","channel":"inbox",
             "first":true,"usage":"actual","addedLater":true}
            """
                .formatted(notice, Org.HOME, Org.CORPORATION)),
        TopicWriter.event(
            "delivery.photographed", "urn:x:1", notice + "/x", notice.toString(), 1, "{}"));

    assertThat(feed.count("select count(*) from assignment")).isZero();
  }

  @Test
  void arrivalWithAChecklistThatNobodyPublishedIsParkedAndReplayed() {
    UUID draft = Cascade.draftChecklist();
    Arrival poison = Arrival.of(notice, draft);
    Arrival good = Arrival.of(notice, Cascade.publishedChecklist()).at(Org.SECOND_HOME);

    writer.send(poison.event());
    writer.send(good.event());

    Cascade.awaitAssignment(good);
    Eventually.assertThat(() -> assertThat(parkedKeys()).containsExactly(key(Org.HOME)));

    // The notice is pinned to the other checklist by now, so only another notice can be replayed.
    UUID otherNotice = UUID.randomUUID();
    Arrival waiting = Arrival.of(otherNotice, draft);
    writer.send(waiting.event());
    Eventually.assertThat(() -> assertThat(parkedKeys()).hasSize(2));
    Cascade.ministry().post("/v1/checklists/{id}/publication", draft).then().statusCode(200);
    replay(otherNotice + "/" + Org.HOME).body("remaining", equalTo(0));

    Cascade.awaitAssignment(waiting);
    assertThat(parkedKeys()).containsExactly(key(Org.HOME));
  }

  @Test
  void brokenBodyParksItsKeyAndWhatComesBehindIt() {
    UUID checklist = Cascade.publishedChecklist();
    Arrival arrival = Arrival.of(notice, checklist);
    CloudEvent broken =
        TopicWriter.event(
            EventType.DELIVERY_ARRIVED, key(Org.HOME), notice.toString(), 1, "{\"noticeId\": 5}");
    CloudEvent incomplete =
        TopicWriter.event(
            EventType.DELIVERY_ARRIVED,
            key(Org.SECOND_HOME),
            notice.toString(),
            1,
            "{\"tier\":\"establishment\",\"organization\":\"" + Org.SECOND_HOME + "\"}");

    writer.send(broken);
    writer.send(arrival.sequence(2).event());
    writer.send(incomplete);
    Arrival good = arrival.at(Org.HOME_OF_OTHERS).of(Org.OTHER_CORPORATION);
    writer.send(good.event());

    Cascade.awaitAssignment(good);
    Eventually.assertThat(
        () ->
            assertThat(parkedKeys())
                .containsExactlyInAnyOrder(key(Org.HOME), key(Org.SECOND_HOME)));
    Cascade.home().get("/v1/assignments/{id}", arrival.assignmentId()).then().statusCode(404);
  }

  private String key(String establishment) {
    return notice + "/" + establishment;
  }

  private static ValidatableResponse replay(String key) {
    return Cascade.as(Org.MINISTRY, Role.ADMIN)
        .body(Map.of("consumer", "checklist.assignment", "key", key))
        .post("/v1/operations/checklist/parked/replay")
        .then()
        .statusCode(200);
  }

  private static List<String> parkedKeys() {
    return Cascade.as(Org.MINISTRY, Role.ADMIN)
        .get("/v1/operations/checklist/parked")
        .then()
        .statusCode(200)
        .extract()
        .path("items.key");
  }
}
