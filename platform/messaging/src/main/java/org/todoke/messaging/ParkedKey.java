package org.todoke.messaging;

import java.time.Instant;

/**
 * A key of which a consumer handles nothing until an operator decides.
 *
 * @param count the event that failed, and all behind it
 * @param head names the parked event that has to be replayed or discarded first
 * @param reason why the head failed
 * @param attempts how often the head was tried
 */
public record ParkedKey(
    String consumer,
    String key,
    long count,
    long head,
    String reason,
    int attempts,
    Instant since) {}
