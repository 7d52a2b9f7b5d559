package org.todoke.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Deadlines are days of the Japanese calendar: a day ends at midnight in Japan, wherever the
 * machine stands.
 */
public final class JapaneseDay {

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private JapaneseDay() {}

  public static LocalDate of(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
