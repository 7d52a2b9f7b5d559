package org.todoke.notice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** What the registry tells of its mails ends up in the delivery, once and in any order. */
@QuarkusTest
class FollowAttemptsTest extends AttemptCase {

  private final UUID attempt = UUID.randomUUID();

  @Test
  void aMailIsSeenInTheDeliveryAndInItsTimeline() {
    tell(created(attempt, SHIOSAI, "email"), sent(attempt, 2, SHIOSAI));

    delivery(YAWATAHAMA, notice, SHIOSAI)
        .statusCode(200)
        .body("attempts", hasSize(1))
        .body("attempts[0].id", equalTo(attempt.toString()))
        .body("attempts[0].channel", equalTo("email"))
        .body("attempts[0].state", equalTo("sent"))
        .body("attempts[0].recordedBy", nullValue())
        .body("attempts[0].permittedActions", empty());
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline", notice, SHIOSAI)
        .then()
        .statusCode(200)
        .body("items.type", hasItems("attempt.created", "attempt.sent"))
        .body(
            "items.find { it.type == 'attempt.sent' }.details.attemptId",
            equalTo(attempt.toString()));
  }

  @Test
  void whatWasSentIsReadOnceTheNoticeIsAcknowledged() {
    tell(created(attempt, SHIOSAI, "email"), sent(attempt, 2, SHIOSAI));

    acknowledge(notice, SHIOSAI).statusCode(200).body("attempts[0].state", equalTo("read"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neitherRepetitionNorDisorderMakesADifference(long seed) {
    UUID second = UUID.randomUUID();
    List<CloudEvent> story =
        new ArrayList<>(
            List.of(
                created(attempt, SHIOSAI, "email"),
                failed(attempt, 2, SHIOSAI, "fax"),
                created(second, SHIOSAI, "fax")));
    story.addAll(List.copyOf(story));
    Collections.shuffle(story, new Random(seed));

    try (TopicWriter topic = new TopicWriter()) {
      story.forEach(topic::send);
    }
    Eventually.assertThat(() -> assertThat(marks()).isEqualTo(3));

    assertThat(
            Rows.of(
                """
                select channel || ' ' || state as said from delivery_attempt
                where notice_id = ? and organization = ? order by channel
                """,
                notice,
                SHIOSAI))
        .extracting(row -> row.get("said"))
        .containsExactly("email permanent-failure", "fax created");
  }

  @Test
  void aBrokenOneIsParkedWithAllBehindItAndOthersGoOn() {
    UUID other = UUID.randomUUID();
    try (TopicWriter topic = new TopicWriter()) {
      topic.send(
          CloudEventBuilder.v1(created(attempt, SHIOSAI, "email"))
              .withData("application/json", "{\"noticeId\":".getBytes(StandardCharsets.UTF_8))
              .build());
      topic.send(sent(attempt, 2, SHIOSAI));
      topic.send(created(other, MINATO, "email"));
    }

    Eventually.assertThat(
        () ->
            assertThat(Rows.count("parked_event", "partition_key = ?", attempt.toString()))
                .isEqualTo(2));
    Eventually.assertThat(
        () -> delivery(YAWATAHAMA, notice, MINATO).body("attempts.state", contains("created")));
    delivery(YAWATAHAMA, notice, SHIOSAI).body("attempts", empty());
  }

  @Test
  void anAttemptAboutADeliveryThatIsNotHereIsParked() {
    try (TopicWriter topic = new TopicWriter()) {
      topic.send(created(attempt, "cn:9999999999999", "email"));
    }

    Eventually.assertThat(
        () ->
            assertThat(Rows.count("parked_event", "partition_key = ?", attempt.toString()))
                .isEqualTo(1));
    assertThat(Rows.count("delivery_attempt_fact", "true")).isZero();
  }
}
