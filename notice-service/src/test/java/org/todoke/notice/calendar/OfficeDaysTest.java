package org.todoke.notice.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2013-07-11, true",
    "2013-07-13, false",
    "2013-07-14, false",
    "2013-07-15, false",
    "2013-07-16, true",
    "2026-12-28, true",
    "2026-12-29, false",
    "2026-12-31, false",
    "2027-01-01, false",
    "2027-01-03, false",
    "2027-01-04, true",
    "2024-09-23, false",
    "2026-09-22, false"
  })
  void officesAreClosedAtWeekendsOnHolidaysAndAtTheTurnOfTheYear(LocalDate day, boolean open) {
    assertThat(OfficeDays.isOfficeDay(day)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    // Over a long weekend, the golden week, the silver week and the turn of the year.
    "2013-07-12, 1, 2013-07-16",
    "2013-07-12, 3, 2013-07-18",
    "2013-07-13, 1, 2013-07-16",
    "2019-04-26, 1, 2019-05-07",
    "2026-09-18, 2, 2026-09-25",
    "2026-12-28, 1, 2027-01-04",
    "2026-12-31, 5, 2027-01-08"
  })
  void officeDaysAreCountedFromTheDayAfter(LocalDate day, int n, LocalDate then) {
    assertThat(OfficeDays.after(day, n)).isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({
    "2013-07-16, 1, 2013-07-12",
    "2013-07-15, 1, 2013-07-12",
    "2019-05-07, 2, 2019-04-25",
    "2027-01-04, 1, 2026-12-28"
  })
  void andBackwardsFromTheDayBefore(LocalDate day, int n, LocalDate then) {
    assertThat(OfficeDays.before(day, n)).isEqualTo(then);
  }

  @Test
  void nextOfficeDayIsTheDayItselfIfOfficesAreOpen() {
    assertThat(OfficeDays.onOrAfter(LocalDate.of(2013, 7, 12))).isEqualTo("2013-07-12");
    assertThat(OfficeDays.onOrAfter(LocalDate.of(2013, 7, 13))).isEqualTo("2013-07-16");
  }

  @Test
  void whatLiesBetweenIsCountedAsWalkingCountsIt() {
    LocalDate day = LocalDate.of(2026, 12, 25);
    for (int n = 1; n < 300; n++) {
      assertThat(OfficeDays.between(day, OfficeDays.after(day, n))).isEqualTo(n);
    }
    assertThat(OfficeDays.between(day, day)).isZero();
    assertThat(OfficeDays.between(LocalDate.of(2013, 7, 12), LocalDate.of(2013, 7, 15))).isZero();
  }

  @Test
  void noOfficeDaysIsNoDistance() {
    LocalDate day = LocalDate.of(2026, 11, 24);
    assertThatThrownBy(() -> OfficeDays.after(day, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OfficeDays.before(day, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
