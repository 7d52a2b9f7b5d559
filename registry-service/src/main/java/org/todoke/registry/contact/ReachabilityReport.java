package org.todoke.registry.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Violation;

/**
 * What somebody found out about a contact.
 *
 * @param reason of a failure; null for a success
 */
public record ReachabilityReport(ReachabilityState state, @Nullable FailureReason reason) {

  /** What is wrong with it, if anything is. */
  Optional<Violation> fault() {
    if (state == ReachabilityState.UNTESTED) {
      return Optional.of(Violation.at("/state", "contact.reachability-not-reported"));
    }
    if (state.isFailure() && reason == null) {
      return Optional.of(Violation.at("/reason", "contact.failure-without-reason"));
    }
    if (!state.isFailure() && reason != null) {
      return Optional.of(Violation.at("/reason", "contact.reason-without-failure"));
    }
    return Optional.empty();
  }
}
