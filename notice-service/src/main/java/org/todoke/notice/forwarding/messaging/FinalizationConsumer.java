package org.todoke.notice.forwarding.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.Inbox;
import org.todoke.notice.forwarding.FinalizeForwardings;

/**
 * Brings the service's own events back to it, so that nobody waits for those below in a request.
 */
@ApplicationScoped
public class FinalizationConsumer {

  /** Stands in the inbox and in the list of parked keys. */
  public static final String NAME = "notice.finalization";

  /** Tied to its topic in {@code application.properties}. */
  static final String CHANNEL = "finalization";

  private final Inbox inbox;
  private final FinalizeForwardings handler;

  FinalizationConsumer(Inbox inbox, FinalizeForwardings handler) {
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
