package org.todoke.messaging.api;

import org.todoke.messaging.ParkedEvents;

/** Which event was dropped, and how many of its key are still parked. */
public record DiscardView(String consumer, String key, long discarded, long remaining) {

  static DiscardView of(ParkedEvents.Discard discard) {
    return new DiscardView(
        discard.consumer(), discard.key(), discard.discarded(), discard.remaining());
  }
}
