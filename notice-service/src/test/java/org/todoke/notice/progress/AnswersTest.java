package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.EventType;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Rows;
import org.todoke.security.SystemScope;

/** What checklist-service tells of the answers ends up on the deliveries, once and in any order. */
@QuarkusTest
class AnswersTest extends AnswersCase {

  @ParameterizedTest
  @CsvSource({
    // The date is the 25th, and it ends at midnight in Japan.
    "2013-07-25T14:59:59Z, true",
    "2013-07-25T15:00:00Z, false"
  })
  void whetherItIsInTimeIsDecidedByWhenItWasAnsweredAndNotByWhenItWasTypedIn(
      Instant time, boolean onTime) {
    Instant later = Instant.parse("2013-07-29T00:00:00Z");

    tell(
        new Said(
            EventType.SUBMISSION_COMPLETED, assignment, SHIOSAI_DAY, 1, time, later, "compliant"));

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("%s %s compliant 0 0".formatted(time, onTime));
  }

  @Test
  void withoutADateNothingIsInTimeOrLate() {
    Rows.change("update delivery set due_on = null where organization = ?", SHIOSAI_DAY);

    tell(completed(1, IN_TIME, "compliant"));

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:00:00Z null compliant 0 0");
  }

  @Test
  void anAmendmentChangesTheResultAndNotTheDay() {
    tell(completed(1, IN_TIME, "non-compliant"));
    tell(amended(2, Instant.parse("2013-08-01T00:00:00Z"), "compliant"));

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:00:00Z true compliant 0 0");
  }

  @Test
  void aDateThatIsSetLaterBlamesNobodyForThePast() {
    tell(completed(1, IN_TIME, "compliant"));
    Rows.change(
        "update delivery set due_on = date '2013-07-12' where organization = ?", SHIOSAI_DAY);

    tell(opened(2));

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:00:00Z true compliant 1 0");
  }

  @Test
  void aFindingThatIsGoneIsNeitherOpenNorRemedied() {
    tell(completed(1, IN_TIME, "non-compliant"));
    tell(opened(2));
    tell(
        new Said(
            EventType.REMEDIATION_WITHDRAWN, assignment, SHIOSAI_DAY, 3, IN_TIME, IN_TIME, null));

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:00:00Z true non-compliant 0 0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neitherRepetitionNorDisorderMakesADifference(long seed) {
    Random random = new Random(seed);
    List<Said> story =
        new ArrayList<>(
            List.of(
                created(),
                completed(2, IN_TIME, "non-compliant"),
                opened(3),
                amended(4, IN_TIME.plusSeconds(3600), "partially-compliant"),
                new Said(
                    EventType.REMEDIATION_COMPLETED,
                    assignment,
                    SHIOSAI_DAY,
                    5,
                    IN_TIME,
                    IN_TIME,
                    null),
                amended(6, IN_TIME.plusSeconds(7200), "compliant")));
    story.addAll(List.copyOf(story.subList(1, 4)));
    Collections.shuffle(story, random);

    while (!story.isEmpty()) {
      int batch = 1 + random.nextInt(story.size());
      List<Said> some = List.copyOf(story.subList(0, batch));
      tell(some.toArray(Said[]::new));
      story.subList(0, batch).clear();
    }

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("2013-07-20T01:00:00Z true compliant 0 1");
    assertThat(Rows.count("answer_fact", "notice_id = ?", notice)).isEqualTo(6);
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void aBatchForManyTakesAsManyStatementsAsOneForFew() {
    tell(
        new Said(
            EventType.SUBMISSION_COMPLETED,
            UUID.randomUUID(),
            SHIOSAI_DAY,
            1,
            IN_TIME,
            IN_TIME,
            "compliant"),
        new Said(
            EventType.SUBMISSION_COMPLETED,
            UUID.randomUUID(),
            MINATO_PLAN,
            1,
            IN_TIME,
            IN_TIME,
            "non-compliant"),
        new Said(
            EventType.SUBMISSION_COMPLETED,
            UUID.randomUUID(),
            USHIO_HOME,
            1,
            IN_TIME,
            IN_TIME,
            "not-applicable"));

    assertThat(SaidFigures.below("lg:382043", notice, DIVISION).get("establishment"))
        .containsEntry("answered", "3/7")
        .containsEntry("results.compliant", "1/7")
        .containsEntry("results.nonCompliant", "1/7")
        .containsEntry("results.notApplicable", "1/7");
  }

  @Test
  void oneUnknownAmongManyHoldsBackTheWholeBatch() {
    assertThatThrownBy(
            () ->
                tell(
                    completed(1, IN_TIME, "compliant"),
                    new Said(
                        EventType.SUBMISSION_COMPLETED,
                        UUID.randomUUID(),
                        "kj:3879000002",
                        1,
                        IN_TIME,
                        IN_TIME,
                        "compliant")))
        .isInstanceOf(UnknownDelivery.class);

    assertThat(delivery(SHIOSAI_DAY)).isEqualTo("null null null 0 0");
  }

  private Said amended(long seq, Instant time, String result) {
    return new Said(EventType.SUBMISSION_AMENDED, assignment, SHIOSAI_DAY, seq, time, time, result);
  }

  /** To the handler itself, in one transaction, as the inbox does. */
  private void tell(Said... events) {
    List<EventEnvelope> batch = new ArrayList<>();
    for (Said said : events) {
      String key = said.assignment().toString();
      batch.add(
          new EventEnvelope(
              UUID.randomUUID().toString(),
              "/todoke/checklist",
              said.type().wireName(),
              said.type().schemaId(),
              key,
              key,
              said.time(),
              said.recorded(),
              notice.toString(),
              null,
              said.seq(),
              null,
              SaidFigures.parse(data(said))));
    }
    SystemScope.run(() -> QuarkusTransaction.requiringNew().run(() -> handler.handle(batch)));
  }
}
