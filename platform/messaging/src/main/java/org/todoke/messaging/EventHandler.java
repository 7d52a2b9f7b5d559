package org.todoke.messaging;

import java.util.List;

/**
 * What a consumer does with the events of one channel. Called inside a transaction in which the
 * inbox mark is set as well, and within {@code SystemScope}. Each event is handed over once, in
 * order per partition key; the list is never empty and holds no event of a parked key. Must ignore
 * types it does not know.
 *
 * <p>Any exception rolls the transaction back. A transient one (the database is away, a deadlock)
 * is retried; with any other the events of the batch are tried one at a time, and the key of the
 * one that keeps failing is parked.
 */
@FunctionalInterface
public interface EventHandler {
  void handle(List<EventEnvelope> events);
}
