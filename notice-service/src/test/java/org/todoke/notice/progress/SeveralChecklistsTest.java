package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.EventType;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.security.SystemScope;
import org.todoke.testing.ReceivedEvent;

/** A notice that asks for two checklists: answered is who has answered both. */
@QuarkusTest
class SeveralChecklistsTest extends AnswersCase {

  private static final Instant LATE = Instant.parse("2013-07-29T01:00:00Z");

  private final UUID secondAssignment = UUID.randomUUID();
  private UUID first;
  private UUID second;

  @BeforeEach
  void issueWithTwo() {
    first = publishedChecklist();
    second = publishedChecklist();
    notice = issued(paperWithBoth());
    Rows.change("update delivery set reached_at = now() where notice_id = ?", notice);
  }

  @Test
  void oneOfTwoIsNoAnswer() {
    tell(completed(1, IN_TIME, "compliant"));
    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("null null null 0 0");

    tell(ofSecond(IN_TIME.plusSeconds(60), "compliant"));
    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:01:00Z true compliant 0 0");
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void whoAnswersTheLastOneLateIsLate() {
    tell(completed(1, IN_TIME, "compliant"));
    tell(ofSecond(LATE, "compliant"));

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-29T01:00:00Z false compliant 0 0");
  }

  @ParameterizedTest
  @CsvSource({
    "compliant, non-compliant, partially-compliant",
    "non-compliant, non-compliant, non-compliant",
    "compliant, not-applicable, compliant",
    "non-compliant, not-applicable, non-compliant",
    "not-applicable, not-applicable, not-applicable",
    "not-assessed, compliant, not-assessed",
    "partially-compliant, compliant, partially-compliant"
  })
  void resultIsThatOfAllOfThem(String ofFirst, String ofSecond, String together) {
    tell(ofSecond(IN_TIME, ofSecond));
    tell(completed(1, IN_TIME, ofFirst));

    assertThat(delivery(SHIOSAI_DAY)).endsWith(" true " + together + " 0 0");
  }

  @Test
  void arrivalsNameAllOfThemOnEveryWay() {
    try (Events events = new Events()) {
      UUID id = issued(paperWithBoth());
      forwarded(id, EHIME);
      forwarded(id, YAWATAHAMA);
      forwarded(id, HAMAKAZE);

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      ReceivedEvent arrived =
          heard.stream()
              .filter(e -> e.type().equals("delivery.arrived"))
              .filter(e -> e.data().path("organization").asText().equals(HAMAKAZE_TOOLS))
              .findFirst()
              .orElseThrow();
      assertThat(arrived.data().path("checklistId").asText()).isEqualTo(first.toString());
      assertThat(arrived.data().path("moreChecklistIds").get(0).asText())
          .isEqualTo(second.toString());
      as(EHIME)
          .get("/v1/notices/{id}", id)
          .then()
          .body("checklistId", equalTo(first.toString()))
          .body("moreChecklistIds", contains(second.toString()));
    }
  }

  private Map<String, Object> paperWithBoth() {
    Map<String, Object> paper = paper();
    paper.put(
        "requestedActions",
        List.of(
            json("text", "点検一", "dueOn", "2013-07-25", "checklistId", first.toString()),
            json("text", "点検二", "dueOn", "2013-07-25", "checklistId", second.toString())));
    return paper;
  }

  private Said ofSecond(Instant time, String result) {
    return new Said(
        EventType.SUBMISSION_COMPLETED, secondAssignment, SHIOSAI_DAY, 1, time, time, result);
  }

  private void tell(Said said) {
    EventEnvelope envelope =
        new EventEnvelope(
            UUID.randomUUID().toString(),
            "/todoke/checklist",
            said.type().wireName(),
            said.type().schemaId(),
            said.assignment().toString(),
            said.assignment().toString(),
            said.time(),
            said.recorded(),
            notice.toString(),
            null,
            said.seq(),
            null,
            SaidFigures.parse(data(said)));
    SystemScope.run(
        () -> QuarkusTransaction.requiringNew().run(() -> handler.handle(List.of(envelope))));
  }
}
