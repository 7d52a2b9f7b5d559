package org.todoke.messaging.app;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.EventHandler;
import org.todoke.messaging.Inbox;

/** A consumer as every service has it. */
@ApplicationScoped
public class Deliveries {

  public static final String CONSUMER = "probe.deliveries";

  private final Inbox inbox;
  private final EventHandler handler;
  private final List<Integer> batches = new CopyOnWriteArrayList<>();

  Deliveries(Inbox inbox, Effects effects) {
    this.inbox = inbox;
    this.handler = effects.handler(CONSUMER);
  }

  void register(@Observes StartupEvent event) {
    inbox.register(CONSUMER, handler);
  }

  @Incoming("deliveries")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    batches.add(batch.count());
    inbox.receive(CONSUMER, batch, handler);
  }

  public List<Integer> batches() {
    return batches;
  }
}
