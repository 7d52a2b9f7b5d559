package org.todoke.notice.chasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.notice.chasing.Ladder.Step;

class LadderTest {

  private static final LocalDate FRIDAY = LocalDate.of(2013, 7, 12);

  /** Monday, the 15th, was a holiday. */
  private static final LocalDate TUESDAY = LocalDate.of(2013, 7, 16);

  private final Ladder ladder = new Ladder(List.of(-5, -1, 1, 3, 5), 5, 10);

  @ParameterizedTest
  @CsvSource({
    "2013-07-31, -5, 2013-07-24",
    "2013-07-31, -1, 2013-07-30",
    "2013-07-31, 1, 2013-08-01",
    "2013-07-31, 5, 2013-08-07",
    // A date on a Sunday before a holiday.
    "2013-07-14, -1, 2013-07-12",
    "2013-07-14, 1, 2013-07-16",
    "2013-07-14, 0, 2013-07-12",
    "2013-07-12, 0, 2013-07-12"
  })
  void rungIsClimbedOnAnOfficeDay(LocalDate dueOn, int rung, LocalDate day) {
    assertThat(Ladder.dayOf(dueOn, rung)).isEqualTo(day);
  }

  @Test
  void ofADayThoseRungsAreShownThatCameOnIt() {
    assertThat(ladder.reminders(TUESDAY, 1))
        .contains(
            new Step(FRIDAY, 1, TUESDAY),
            new Step(LocalDate.of(2013, 7, 14), 1, TUESDAY),
            new Step(LocalDate.of(2013, 7, 17), -1, TUESDAY),
            new Step(LocalDate.of(2013, 7, 23), -5, TUESDAY),
            new Step(LocalDate.of(2013, 7, 8), 5, TUESDAY))
        .allSatisfy(step -> assertThat(step.day()).isEqualTo(TUESDAY));
  }

  @Test
  void ofSeveralDaysAllThatCameSoThatNoneIsLost() {
    assertThat(ladder.reminders(TUESDAY, 30))
        .filteredOn(step -> step.dueOn().equals(LocalDate.of(2013, 7, 8)))
        .extracting(Step::rung)
        .containsExactly(-5, -1, 1, 3, 5);
    assertThat(ladder.reminders(TUESDAY, 6))
        .filteredOn(step -> step.dueOn().equals(LocalDate.of(2013, 7, 8)))
        .as("what is older than the days that are caught up is let go")
        .extracting(Step::rung)
        .containsExactly(3, 5);
  }

  @Test
  void nothingThatIsStillToComeIsShown() {
    assertThat(ladder.reminders(FRIDAY, 30))
        .noneSatisfy(step -> assertThat(step.day()).isAfter(FRIDAY));
    assertThat(ladder.escalations(Ladder.TO_SENDER, FRIDAY, 30))
        .noneSatisfy(step -> assertThat(step.dueOn()).isAfter(LocalDate.of(2013, 7, 7)));
  }

  @Test
  void senderIsToldBeforeTheIssuerAndWhoIsNeverToBeToldIsNot() {
    LocalDate due = LocalDate.of(2013, 7, 5);
    assertThat(ladder.escalations(Ladder.TO_SENDER, FRIDAY, 1))
        .containsOnlyOnce(new Step(due, 5, FRIDAY));
    assertThat(ladder.escalations(Ladder.TO_ISSUER, LocalDate.of(2013, 7, 22), 1))
        .contains(new Step(due, 10, LocalDate.of(2013, 7, 22)));
    Ladder silent = new Ladder(List.of(), 0, 0);
    assertThat(silent.escalations(Ladder.TO_SENDER, FRIDAY, 30)).isEmpty();
    assertThat(silent.escalations(Ladder.TO_ISSUER, FRIDAY, 30)).isEmpty();
    assertThat(silent.reminders(FRIDAY, 30)).isEmpty();
  }

  @Test
  void rungFarthestAwayIsFoundOverTheTurnOfTheYear() {
    LocalDate due = LocalDate.of(2026, 11, 10);
    LocalDate day = Ladder.dayOf(due, Ladder.MAX_RUNG);

    assertThat(new Ladder(List.of(Ladder.MAX_RUNG), 0, 0).reminders(day, 90))
        .contains(new Step(due, Ladder.MAX_RUNG, day));
    LocalDate before = Ladder.dayOf(LocalDate.of(2027, 5, 20), -Ladder.MAX_RUNG);
    assertThat(new Ladder(List.of(-Ladder.MAX_RUNG), 0, 0).reminders(before, 1))
        .contains(new Step(LocalDate.of(2027, 5, 20), -Ladder.MAX_RUNG, before));
  }
}
