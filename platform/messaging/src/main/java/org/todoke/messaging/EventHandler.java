package org.todoke.messaging;

import java.util.List;

/**
 * What a consumer does with the events of one channel. Called inside a transaction in which the
 * inbox mark is set as well, and within {@code SystemScope}. Each event is handed over once, in
 * order per partition key; the list is never empty and holds no event of a parked key. Must ignore
 * types it does not know, and does best to say beforehand which concern it.
 *
 * <p>Any exception rolls the transaction back. A transient one (the database is away, a deadlock)
 * is retried; with any other the batch is halved until the event is found that fails by itself, and
 * the key of an event that keeps failing is parked. An {@link Error} stops the channel.
 *
 * <p>With tracing on, the events of one transaction come in several calls, one for each trace.
 */
@FunctionalInterface
public interface EventHandler {
  void handle(List<EventEnvelope> events);

  /**
   * Whether events of this type can have an effect. Those that cannot need no mark and no
   * transaction, so nothing of them is kept; nine in ten of a topic can be such.
   *
   * @param type as on the wire, which may be unknown to this version
   */
  default boolean concerns(String type) {
    return true;
  }
}
