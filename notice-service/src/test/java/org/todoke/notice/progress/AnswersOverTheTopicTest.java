package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.json;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.notice.Rows;
import org.todoke.notice.progress.messaging.AnswerConsumer;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** The way from the topic, with what is broken and what comes too early. */
@QuarkusTest
class AnswersOverTheTopicTest extends AnswersCase {

  @Test
  void anAnswerComesOverTheTopicAndIntoTheFigures() {
    try (TopicWriter topic = new TopicWriter()) {
      topic.send(event(created()));
      topic.send(event(completed(2, IN_TIME, "non-compliant")));
      topic.send(event(opened(3)));
    }

    Eventually.assertThat(() -> assertThat(marks()).isEqualTo(3));
    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:00:00Z true non-compliant 1 0");
    assertThat(SaidFigures.below("lg:382043", notice, DIVISION).get("establishment"))
        .containsEntry("answered", "1/7")
        .containsEntry("answeredOnTime", "1/7")
        .containsEntry("results.nonCompliant", "1/7")
        .containsEntry("remediationOpen", "1/7")
        .containsEntry("notAnswered", "6/7");
  }

  @Test
  void onTheTopicABrokenOneIsParkedWithAllBehindItAndOthersGoOn() {
    UUID neighbour = UUID.randomUUID();
    try (TopicWriter topic = new TopicWriter()) {
      topic.send(
          CloudEventBuilder.v1(event(created()))
              .withData("application/json", "{\"noticeId\":".getBytes(StandardCharsets.UTF_8))
              .build());
      topic.send(event(completed(2, IN_TIME, "compliant")));
      topic.send(
          event(
              new Said(
                  EventType.SUBMISSION_COMPLETED,
                  neighbour,
                  MINATO_HOME,
                  2,
                  IN_TIME,
                  IN_TIME,
                  "compliant")));
    }

    Eventually.assertThat(
        () ->
            assertThat(delivery(MINATO_HOME)).isEqualTo("2013-07-20T01:00:00Z true compliant 0 0"));
    Eventually.assertThat(
        () ->
            assertThat(Rows.count("parked_event", "partition_key = ?", assignment.toString()))
                .isEqualTo(2));
    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("null null null 0 0");
  }

  @Test
  void anAnswerWithoutADeliveryIsParkedUntilTheDeliveryIsThere() {
    String code = "kj:3879000001";
    try (TopicWriter topic = new TopicWriter()) {
      topic.send(
          event(
              new Said(
                  EventType.SUBMISSION_COMPLETED,
                  assignment,
                  code,
                  2,
                  IN_TIME,
                  IN_TIME,
                  "compliant")));
    }
    Eventually.assertThat(
        () ->
            assertThat(Rows.count("parked_event", "partition_key = ?", assignment.toString()))
                .isEqualTo(1));
    Rows.change(
        """
        insert into delivery (notice_id, organization, tier, has_children, usage, reached_at, due_on)
        values (?, ?, 'establishment', false, 'actual', now(), date '2013-07-25')
        """,
        notice,
        code);

    as(DIVISION, "admin")
        .contentType(ContentType.JSON)
        .body(json("consumer", AnswerConsumer.NAME, "key", assignment.toString()))
        .post("/v1/operations/notice/parked/replay")
        .then()
        .statusCode(200)
        .body("remaining", equalTo(0));

    assertThat(delivery(code)).isEqualTo("2013-07-20T01:00:00Z true compliant 0 0");
  }

  private static long marks() {
    return Rows.count("inbox", "consumer = ?", AnswerConsumer.NAME);
  }
}
