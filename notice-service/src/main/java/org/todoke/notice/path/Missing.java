package org.todoke.notice.path;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;

/**
 * Who holds the notice up, on which line, and since when.
 *
 * @param concerning whom it left out, or who has not confirmed yet
 */
record Missing(
    PathView.Line line,
    Station holder,
    Instant since,
    PathView.Why why,
    @Nullable Station concerning,
    @Nullable Channel channel,
    @Nullable String reason) {

  static Missing notPassedOn(Station holder) {
    Instant reached = Objects.requireNonNull(holder.reachedAt());
    Station.Excuse excuse = holder.excuse();
    if (holder.forwardedAt() != null) {
      return of(holder, holder.forwardedAt(), PathView.Why.NOT_ADDRESSED);
    }
    return excuse != null
        ? of(holder, excuse.at(), PathView.Why.EXCUSED)
        : of(holder, reached, PathView.Why.NOT_FORWARDED);
  }

  static Missing omitted(Station holder, Station whom, Station.Handing handing) {
    return new Missing(
        PathView.Line.JURISDICTION,
        holder,
        forwarded(holder),
        PathView.Why.OMITTED,
        whom,
        null,
        handing.reason());
  }

  static Missing inTransit(Station holder, Station to, Station.Handing handing) {
    return new Missing(
        PathView.Line.JURISDICTION,
        holder,
        forwarded(holder),
        PathView.Why.NOT_CONFIRMED,
        to,
        handing.channel(),
        null);
  }

  Missing on(PathView.Line other) {
    return new Missing(other, holder, since, why, concerning, channel, reason);
  }

  private static Missing of(Station holder, Instant since, PathView.Why why) {
    return new Missing(PathView.Line.JURISDICTION, holder, since, why, null, null, null);
  }

  private static Instant forwarded(Station holder) {
    Instant forwarded = holder.forwardedAt();
    return forwarded != null ? forwarded : Objects.requireNonNull(holder.reachedAt());
  }
}
