package org.todoke.notice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.contracts.EventType;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** A notice that Yawatahama has passed on to its corporations, and what the registry tells. */
abstract class AttemptCase extends NoticeServiceTest {

  static final String AT = "2013-07-11T00:00:00Z";

  UUID notice;

  @BeforeEach
  void passOn() {
    notice = issued();
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
  }

  /** What the directory says by which ways it is reached. */
  static void ways(String organization, String... channels) {
    Rows.change(
        "update organization set channels = string_to_array(?, ',') where code = ?",
        String.join(",", channels),
        organization);
  }

  CloudEvent created(UUID attempt, String organization, String channel) {
    return event(EventType.ATTEMPT_CREATED, attempt, 1, organization, channel, "");
  }

  CloudEvent sent(UUID attempt, long seq, String organization) {
    return event(EventType.ATTEMPT_SENT, attempt, seq, organization, "email", "");
  }

  /** For good; over nothing else if there is no next channel. */
  CloudEvent failed(UUID attempt, long seq, String organization, String next) {
    return event(
        EventType.ATTEMPT_FAILED,
        attempt,
        seq,
        organization,
        "email",
        ", \"permanent\": true, \"reason\": \"wrong-address\""
            + (next.isEmpty() ? "" : ", \"nextChannel\": \"" + next + "\""));
  }

  CloudEvent event(
      EventType type, UUID attempt, long seq, String organization, String channel, String more) {
    return CloudEventBuilder.v1(
            TopicWriter.event(
                type,
                attempt.toString(),
                notice.toString(),
                seq,
                """
                {"attemptId": "%s", "noticeId": "%s", "organization": "%s", "tier": "corporation",
                 "sender": "%s", "channel": "%s"%s}
                """
                    .formatted(attempt, notice, organization, YAWATAHAMA, channel, more)))
        .build();
  }

  /** Returns when all of them are marked. */
  static void tell(CloudEvent... events) {
    long before = marks();
    try (TopicWriter topic = new TopicWriter()) {
      for (CloudEvent event : events) {
        topic.send(event);
      }
    }
    Eventually.assertThat(() -> assertThat(marks()).isEqualTo(before + events.length));
  }

  static long marks() {
    return Rows.count("inbox", "consumer = 'notice.attempts'");
  }

  /** What Yawatahama records about Ushio. */
  ValidatableResponse record(String channel, String state, String... reason) {
    Map<String, Object> body = json("channel", channel, "state", state, "at", AT);
    if (reason.length > 0) {
      body.put("reason", reason[0]);
    }
    return act(YAWATAHAMA, notice, USHIO, "attempts", body);
  }

  void recordFailure(String channel) {
    record(channel, "permanent-failure", "not-in-service").statusCode(200);
  }
}
