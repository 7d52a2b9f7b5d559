package org.todoke.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.EventData;

/**
 * An event about to be written to the outbox; id, source, recorded time and trace are added there.
 *
 * @param data null for a tombstone, and for nothing else
 */
public record OutboxEvent(
    EventType type,
    String subject,
    String partitionKey,
    long sequence,
    Instant time,
    String correlationId,
    @Nullable String causationId,
    @Nullable EventData data) {

  public OutboxEvent {
    if ((data == null) != type.isTombstone()) {
      throw new IllegalArgumentException(
          type + (data == null ? " needs data" : " is a tombstone and has no data"));
    }
  }
}
