package org.todoke.registry.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;

/**
 * What an outcome makes of an attempt.
 *
 * @param dueAt when it is tried again; null for never
 * @param ofTheAddress whether a failure says something about the address
 */
record Verdict(
    AttemptState state,
    @Nullable AttemptFailure reason,
    @Nullable Instant dueAt,
    boolean ofTheAddress) {

  /**
   * A failure that may pass is waited for as often as there are waits, each time longer; then the
   * channel is given up.
   *
   * @param tries with the one that had this outcome
   */
  static Verdict of(Outcome outcome, int tries, List<Duration> waits, Instant now) {
    if (outcome instanceof Outcome.Never never) {
      return new Verdict(
          AttemptState.PERMANENT_FAILURE, never.reason(), null, never.ofTheAddress());
    }
    if (outcome instanceof Outcome.Later later) {
      return tries > waits.size()
          ? new Verdict(AttemptState.PERMANENT_FAILURE, later.reason(), null, later.ofTheAddress())
          : new Verdict(
              AttemptState.TEMPORARY_FAILURE,
              later.reason(),
              now.plus(waits.get(tries - 1)),
              later.ofTheAddress());
    }
    return new Verdict(AttemptState.SENT, null, null, false);
  }

  /** Whether nothing is to be sent to the address any more. */
  boolean givesUpTheAddress() {
    return state == AttemptState.PERMANENT_FAILURE && ofTheAddress;
  }
}
