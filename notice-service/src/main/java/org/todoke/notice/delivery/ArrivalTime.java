package org.todoke.notice.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.input.Checks;

/** When something happened outside the system, in what a person enters afterwards. */
public final class ArrivalTime {

  private static final String POINTER = "/at";

  private ArrivalTime() {}

  /** Not before the paper was there, and not later than now. */
  public static Optional<Instant> of(
      Checks checks, @Nullable String text, Instant issuedAt, Instant now) {
    if (text == null || text.isBlank()) {
      checks.add(POINTER, "value.required");
      return Optional.empty();
    }
    try {
      Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (at.isAfter(now)) {
        checks.add(POINTER, "date.in-future");
      } else if (at.isBefore(issuedAt)) {
        checks.add(POINTER, "arrival.before-issue");
      }
      return Optional.of(at);
    } catch (DateTimeParseException e) {
      checks.add(POINTER, "instant.unreadable");
      return Optional.empty();
    }
  }
}
