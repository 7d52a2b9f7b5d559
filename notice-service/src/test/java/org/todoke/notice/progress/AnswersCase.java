package org.todoke.notice.progress;

import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.contracts.EventType;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.TopicWriter;

/** A notice with a checklist, and what is told of the answers to it. */
abstract class AnswersCase extends NoticeServiceTest {

  static final Instant IN_TIME = Instant.parse("2013-07-20T01:00:00Z");
  final UUID assignment = UUID.randomUUID();
  final UUID remediation = UUID.randomUUID();
  @Inject FollowAnswers handler;
  UUID notice;

  @BeforeEach
  void issueWithAChecklist() {
    notice = issued(paperAsking(publishedChecklist(), "2013-07-25"));
    Rows.change("update delivery set reached_at = now() where notice_id = ?", notice);
  }

  /** One event of a story; of a submission if it has a result. */
  record Said(
      EventType type,
      UUID assignment,
      String establishment,
      long seq,
      Instant time,
      Instant recorded,
      @Nullable String result) {}

  Said created() {
    return new Said(
        EventType.ASSIGNMENT_CREATED, assignment, SHIOSAI_DAY, 1, IN_TIME, IN_TIME, null);
  }

  Said completed(long seq, Instant time, String result) {
    return new Said(
        EventType.SUBMISSION_COMPLETED, assignment, SHIOSAI_DAY, seq, time, time, result);
  }

  Said opened(long seq) {
    return new Said(
        EventType.REMEDIATION_OPENED, assignment, SHIOSAI_DAY, seq, IN_TIME, IN_TIME, null);
  }

  String data(Said said) {
    String more =
        switch (said.type()) {
          case ASSIGNMENT_CREATED -> ", \"usage\": \"actual\"";
          case SUBMISSION_COMPLETED, SUBMISSION_AMENDED ->
              ", \"revision\": 1, \"result\": \"%s\", \"origin\": \"establishment\""
                  .formatted(said.result());
          default -> ", \"remediationId\": \"%s\", \"itemId\": \"a\"".formatted(remediation);
        };
    return """
    {"assignmentId": "%s", "noticeId": "%s", "checklistId": "%s", "checklistVersion": 1,
     "establishment": "%s"%s}
    """
        .formatted(said.assignment(), notice, new UUID(0, 1), said.establishment(), more);
  }

  CloudEvent event(Said said) {
    return CloudEventBuilder.v1(
            TopicWriter.event(
                said.type(),
                said.assignment().toString(),
                notice.toString(),
                said.seq(),
                data(said)))
        .withTime(said.time().atOffset(ZoneOffset.UTC))
        .withExtension("recordedtime", said.recorded().toString())
        .build();
  }

  String delivery(String organization) {
    Map<String, Object> row =
        Rows.of(
                """
                select to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as answered,
                  answered_on_time, result, open_remediations, completed_remediations
                from delivery where notice_id = ? and organization = ?
                """,
                notice,
                organization)
            .get(0);
    return String.join(" ", row.values().stream().map(String::valueOf).toList());
  }
}
