package org.todoke.messaging.app;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.Inbox;

/** A consumer that the inbox cannot help. */
@ApplicationScoped
public class Notices {

  public static final String CONSUMER = "probe.notices";

  private final Inbox inbox;

  Notices(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("notices")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(
        CONSUMER,
        batch,
        events -> {
          throw new LinkageError("on purpose");
        });
  }
}
