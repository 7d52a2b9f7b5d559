package org.todoke.messaging.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.todoke.messaging.ParkedEvents;

/** How a replay ended; {@code reason} says why the first of the remaining failed again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
    String consumer, String key, int replayed, long remaining, @Nullable String reason) {

  static ReplayView of(ParkedEvents.Replay replay) {
    return new ReplayView(
        replay.consumer(), replay.key(), replay.replayed(), replay.remaining(), replay.reason());
  }
}
