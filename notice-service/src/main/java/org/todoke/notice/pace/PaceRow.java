package org.todoke.notice.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.place.Kinds;

/**
 * What the query found of one tier.
 *
 * @param whole seconds from the issue to the end of the last date
 * @param recent how many have done what they are asked for within the window
 * @param days office days of the window
 * @param left office days until the last date, below zero after it
 */
record PaceRow(
    OrganizationKind tier,
    TierPace.Turnaround toForward,
    TierPace.Turnaround toAcknowledge,
    @Nullable Double whole,
    @Nullable Double spent,
    long withinAllowance,
    long withAllowance,
    long expected,
    long done,
    long recent,
    long days,
    @Nullable Long left,
    @Nullable LocalDate lastDueOn,
    Instant issuedAt,
    boolean forwards) {

  static PaceRow of(Object[] row) {
    return new PaceRow(
        Kinds.ofWireName((String) row[0]),
        turnaround(row, 1),
        turnaround(row, 5),
        number(row[9]),
        number(row[10]),
        count(row[11]),
        count(row[12]),
        count(row[13]),
        count(row[14]),
        count(row[15]),
        count(row[16]),
        row[17] == null ? null : count(row[17]),
        (LocalDate) row[18],
        (Instant) row[19],
        (Boolean) row[20]);
  }

  private static TierPace.Turnaround turnaround(Object[] row, int first) {
    return new TierPace.Turnaround(
        count(row[first]),
        count(row[first + 1]),
        duration(number(row[first + 2])),
        duration(number(row[first + 3])));
  }

  /** By whole seconds: the rest of a median is of no office's interest. */
  static @Nullable Duration duration(@Nullable Double seconds) {
    return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
  }

  private static long count(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }
}
