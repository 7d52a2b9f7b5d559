package org.todoke.notice.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.EventData;

/**
 * Something that happened to a delivery, as the timeline keeps it and as it is published.
 *
 * @param details what the timeline says beyond the event: free text stays inside
 * @param event what is published
 * @param causation the event that led to it
 */
public record Fact(
    EventType type,
    Instant time,
    Instant recorded,
    OrganizationCode actor,
    Map<String, ?> details,
    EventData event,
    @Nullable UUID causation) {}
