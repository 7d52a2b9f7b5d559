package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JapaneseDayTest {

  @Test
  void dayEndsAtMidnightInJapan() {
    assertThat(JapaneseDay.of(Instant.parse("2013-07-19T14:59:59Z")))
        .isEqualTo(LocalDate.of(2013, 7, 19));
    assertThat(JapaneseDay.of(Instant.parse("2013-07-19T15:00:00Z")))
        .isEqualTo(LocalDate.of(2013, 7, 20));
    assertThat(JapaneseDay.startOf(LocalDate.of(2013, 7, 20)))
        .isEqualTo(Instant.parse("2013-07-19T15:00:00Z"));
  }
}
