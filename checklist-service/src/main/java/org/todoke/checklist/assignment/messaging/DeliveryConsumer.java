package org.todoke.checklist.assignment.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.checklist.Channels;
import org.todoke.checklist.assignment.FollowDeliveries;
import org.todoke.messaging.Inbox;

/** Brings arrivals and excuses to the assignments. */
@ApplicationScoped
public class DeliveryConsumer {

  /** Stands in the inbox and in the list of parked keys. */
  public static final String NAME = "checklist.assignment";

  private final Inbox inbox;
  private final FollowDeliveries handler;

  DeliveryConsumer(Inbox inbox, FollowDeliveries handler) {
    this.inbox = inbox;
    this.handler = handler;
    inbox.register(NAME, handler);
  }

  @Incoming(Channels.DELIVERIES)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(NAME, batch, handler);
  }
}
