package org.todoke.notice.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

  @ParameterizedTest
  @CsvSource({
    // Ten in five days are two a day.
    "4, 10, 5, 2",
    "5, 10, 5, 3",
    "1, 10, 5, 1",
    "10, 1, 5, 50",
    "260355, 260355, 5, 5"
  })
  void lastOneIsDoneOnTheDayOnWhichTheRestIsUsedUp(long left, long recent, long days, long needed) {
    assertThat(Forecast.officeDaysNeeded(left, recent, days)).isEqualTo(needed);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 40, 10, 5, 3, 46",
    "100, 40, 10, 5, 0, 40",
    "100, 99, 10, 5, 3, 100",
    "7, 7, 1, 1, 9, 7"
  })
  void neverMoreAreForeseenThanAreExpected(
      long expected, long done, long recent, long days, long later, long foreseen) {
    assertThat(Forecast.doneAfter(expected, done, recent, days, later)).isEqualTo(foreseen);
  }

  @Test
  void moreThanAreExpectedCannotBeSaid() {
    assertThatThrownBy(() -> new Forecast(3, 4, 1, null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Forecast(3, 2, 1, null, 4L, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
