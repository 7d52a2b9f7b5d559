package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Brings a batch of Kafka records to a handler: effect and mark in one transaction, poison parked
 * by key.
 */
@ApplicationScoped
public class Inbox {

  /**
   * Returns when every record of the batch is either handled, known already, or parked, and all
   * that is committed.
   *
   * @param consumer stable name of the consumer, for example {@code notice.directory}
   * @throws RuntimeException when the database stays away beyond the bound: the channel must then
   *     stop
   */
  public void receive(
      String consumer, ConsumerRecords<String, byte[]> batch, EventHandler handler) {
    throw new IllegalStateException("written next");
  }
}
