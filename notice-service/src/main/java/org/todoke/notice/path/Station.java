package org.todoke.notice.path;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * An organisation on the way of a notice, and what it did with it.
 *
 * @param reachedAt for an issuer, when it issued the notice
 * @param handed what its forwarding did with others on the same way
 */
record Station(
    OrganizationCode organization,
    @Nullable String name,
    @Nullable OrganizationKind kind,
    @Nullable Instant reachedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant forwardedAt,
    @Nullable Instant finalizedAt,
    @Nullable Excuse excuse,
    List<Arrival> arrivals,
    Map<OrganizationCode, Handing> handed) {

  Station {
    arrivals = List.copyOf(arrivals);
    handed = Map.copyOf(handed);
  }

  /** One way in which it was reached. */
  record Arrival(OrganizationCode from, Channel channel, Instant time, Instant recordedTime) {}

  /**
   * Left out of the denominator.
   *
   * @param by null for the suite itself
   */
  record Excuse(ExcuseReason reason, Instant at, @Nullable OrganizationCode by) {}

  /**
   * Addressed over a channel, or omitted with a reason.
   *
   * @param channel null for an omission
   */
  record Handing(@Nullable Channel channel, @Nullable String reason) {

    boolean isOmission() {
      return channel == null;
    }
  }

  boolean isReached() {
    return reachedAt != null;
  }

  boolean hasArrivalFrom(OrganizationCode sender) {
    return arrivals.stream().anyMatch(arrival -> arrival.from().equals(sender));
  }
}
