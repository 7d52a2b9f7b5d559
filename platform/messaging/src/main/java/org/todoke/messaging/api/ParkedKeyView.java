package org.todoke.messaging.api;

import java.time.Instant;
import org.todoke.messaging.ParkedKey;

/** A parked key as an operator sees it: nothing of what the events hold. */
public record ParkedKeyView(
    String consumer,
    String key,
    long count,
    long head,
    String reason,
    int attempts,
    Instant since) {

  static ParkedKeyView of(ParkedKey key) {
    return new ParkedKeyView(
        key.consumer(),
        key.key(),
        key.count(),
        key.head(),
        key.reason(),
        key.attempts(),
        key.since());
  }
}
