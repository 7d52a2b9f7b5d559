package org.todoke.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.EventData;

/**
 * An event about to be written to the outbox; id, source, recorded time and trace are added there.
 */
public record OutboxEvent(
    EventType type,
    String subject,
    String partitionKey,
    long sequence,
    Instant time,
    String correlationId,
    @Nullable String causationId,
    EventData data) {}
