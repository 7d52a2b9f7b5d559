package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the registry: days begin at midnight in Japan, wherever the machine stands. */
@ApplicationScoped
public class JapaneseToday {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Clock clock;

  JapaneseToday(Clock clock) {
    this.clock = clock;
  }

  public LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  /** Midnight in Japan. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(JAPAN).toInstant();
  }

  /**
   * When something happened that is said to be so since a day: now, or at the start of that day.
   */
  public Instant timeOf(LocalDate day) {
    return day.isBefore(date()) ? day.atStartOfDay(JAPAN).toInstant() : clock.instant();
  }
}
