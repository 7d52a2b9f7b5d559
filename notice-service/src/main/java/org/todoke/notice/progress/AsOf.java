package org.todoke.notice.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * The moment for which a question is asked: now, or an earlier one.
 *
 * <p>Of the two clocks it is the one of what was known ({@code recordedTime}, and for answers the
 * moment at which they became known here): a question about an earlier moment is answered as it was
 * answered then. A FAX of the 19th that was typed in on the 22nd counts from the 22nd on, although
 * it is on time. By the other clock a report of the 20th could never be reproduced, because what is
 * typed in later would change it.
 *
 * @param past whether it was asked for, and has to be worked out from the facts
 */
public record AsOf(Instant moment, boolean past) {

  /**
   * @param wanted none for now
   * @throws Refusal (malformed) if it has not come yet
   */
  public static AsOf of(@Nullable Instant wanted, Clock clock) {
    Instant now = clock.instant();
    if (wanted == null) {
      return new AsOf(now, false);
    }
    if (wanted.isAfter(now)) {
      throw Refusal.malformed(Violation.at("query:asOf", "date.in-future"));
    }
    // Facts are kept by microseconds.
    return new AsOf(wanted.truncatedTo(ChronoUnit.MICROS), true);
  }
}
