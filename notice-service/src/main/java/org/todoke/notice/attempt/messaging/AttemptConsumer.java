package org.todoke.notice.attempt.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.Inbox;
import org.todoke.notice.attempt.FollowAttempts;

/** Brings what became of mails to the deliveries. */
@ApplicationScoped
public class AttemptConsumer {

  /** Stands in the inbox, in the list of parked keys, and as the group of the channel. */
  public static final String NAME = "notice.attempts";

  static final String CHANNEL = "attempts";

  private final Inbox inbox;
  private final FollowAttempts handler;

  AttemptConsumer(Inbox inbox, FollowAttempts handler) {
    this.inbox = inbox;
    this.handler = handler;
    inbox.register(NAME, handler);
  }

  @Incoming(CHANNEL)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(NAME, batch, handler);
  }
}
