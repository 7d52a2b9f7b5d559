package org.todoke.notice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.json;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.notice.directory.messaging.ChecklistConsumer;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** What is known of the checklists follows their topic, whatever comes on it. */
@QuarkusTest
class PublishedChecklistsTest extends NoticeServiceTest {

  private final UUID checklist = UUID.randomUUID();
  private TopicWriter topic;

  @BeforeEach
  void open() {
    topic = new TopicWriter();
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void lastVersionCounts() {
    topic.send(published(checklist, 2));
    topic.send(published(checklist, 1));

    awaitMarks(2);
    assertThat(known(checklist)).containsExactly(Map.of("version", 2, "owner", DIVISION));
  }

  @Test
  void theSameEventAgainChangesNothing() {
    CloudEvent event = published(checklist, 1);
    topic.send(event);
    topic.send(event);
    topic.send(CloudEventBuilder.v1(event).withId(UUID.randomUUID().toString()).build());

    awaitMarks(2);
    assertThat(known(checklist)).containsExactly(Map.of("version", 1, "owner", DIVISION));
    assertThat(parked()).isZero();
  }

  @Test
  void aBrokenOneIsParkedWithAllBehindItAndOthersGoOn() {
    UUID neighbour = UUID.randomUUID();
    topic.sendRaw(
        Topics.CHECKLISTS,
        checklist.toString(),
        Map.of("ce_type", "checklist.published"),
        "not json".getBytes(StandardCharsets.UTF_8));
    topic.send(published(checklist, 2));
    topic.send(published(neighbour, 1));

    Eventually.assertThat(() -> assertThat(known(neighbour)).hasSize(1));
    Eventually.assertThat(() -> assertThat(parked()).isEqualTo(2));
    assertThat(known(checklist)).isEmpty();
  }

  @Test
  void whatWasParkedIsTakenInOnceTheFaultIsGone() {
    Rows.change("alter table published_checklist add constraint fault check (version <> 1)");
    topic.send(published(checklist, 1));
    topic.send(published(checklist, 2));
    try {
      Eventually.assertThat(() -> assertThat(parked()).isEqualTo(2));
    } finally {
      Rows.change("alter table published_checklist drop constraint fault");
    }

    as(DIVISION, "admin")
        .contentType(ContentType.JSON)
        .body(json("consumer", ChecklistConsumer.NAME, "key", checklist.toString()))
        .post("/v1/operations/notice/parked/replay")
        .then()
        .statusCode(200)
        .body("replayed", equalTo(2))
        .body("remaining", equalTo(0));

    assertThat(known(checklist)).containsExactly(Map.of("version", 2, "owner", DIVISION));
    assertThat(parked()).isZero();
  }

  private static CloudEvent published(UUID checklist, int version) {
    return TopicWriter.event(
        EventType.CHECKLIST_PUBLISHED,
        checklist.toString(),
        checklist.toString(),
        version,
        """
        {"checklistId": "%s", "version": %d, "owner": "%s", "itemIds": ["a"]}
        """
            .formatted(checklist, version, DIVISION));
  }

  private static List<Map<String, Object>> known(UUID checklist) {
    return Rows.of(
        "select version, owner from published_checklist where checklist_id = ?", checklist);
  }

  private static void awaitMarks(int marks) {
    Eventually.assertThat(
        () ->
            assertThat(Rows.count("inbox", "consumer = ?", ChecklistConsumer.NAME))
                .isEqualTo(marks));
  }

  private long parked() {
    return Rows.count("parked_event", "partition_key = ?", checklist.toString());
  }
}
