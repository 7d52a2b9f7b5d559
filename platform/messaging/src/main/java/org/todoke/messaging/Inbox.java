package org.todoke.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.todoke.security.SystemScope;

/**
 * Brings a batch of Kafka records to a handler: effect and mark in one transaction, poison parked
 * by key.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final InboxTransaction transaction;
  private final InboxMetrics metrics;
  private final InboxConfig config;
  private final Map<String, EventHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, StateLog> states = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  Inbox(InboxTransaction transaction, InboxMetrics metrics, InboxConfig config) {
    this.transaction = transaction;
    this.metrics = metrics;
    this.config = config;
  }

  /** Before anything that a handler needs is taken down. */
  void onStop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Makes the handler of a consumer known before its first event: without it an operator could not
   * replay what an earlier run of the service has parked. {@link #receive} does the same in
   * passing.
   */
  public void register(String consumer, EventHandler handler) {
    handlers.put(consumer, handler);
  }

  /** Who handles the events of a consumer, as far as it has registered or received anything. */
  Optional<EventHandler> handlerOf(String consumer) {
    return Optional.ofNullable(handlers.get(consumer));
  }

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
    register(consumer, handler);
    List<IncomingRecord> records = new ArrayList<>(batch.count());
    for (ConsumerRecord<String, byte[]> record : batch) {
      if (CloudEventCodec.type(record).map(handler::concerns).orElse(true)) {
        records.add(IncomingRecord.of(record));
      }
    }
    metrics.received(consumer, batch.count());
    metrics.ignored(consumer, batch.count() - records.size());
    SystemScope.run(() -> process(consumer, records, handler));
  }

  /** All at once; if that fails, the halves one after the other, down to the one that fails. */
  private void process(String consumer, List<IncomingRecord> records, EventHandler handler) {
    if (records.isEmpty()) {
      return;
    }
    try {
      handle(consumer, records, handler);
    } catch (RuntimeException e) {
      rethrowIfStopping(e);
      if (records.size() == 1) {
        insist(consumer, records.get(0), handler, e);
      } else {
        LOG.debugf(e, "%s: a batch of %d failed, trying its halves", consumer, records.size());
        int half = records.size() / 2;
        process(consumer, records.subList(0, half), handler);
        process(consumer, records.subList(half, records.size()), handler);
      }
    }
  }

  private void insist(
      String consumer, IncomingRecord record, EventHandler handler, RuntimeException first) {
    RuntimeException last = first;
    Duration pause = config.attemptPause();
    for (int attempt = 2; attempt <= config.attempts(); attempt++) {
      pause(pause, last);
      pause = pause.multipliedBy(2);
      try {
        handle(consumer, List.of(record), handler);
        return;
      } catch (RuntimeException e) {
        rethrowIfStopping(e);
        last = e;
      }
    }
    String reason = Reasons.of(last);
    boolean parked =
        throughOutages(
            consumer, () -> transaction.park(consumer, record, reason, config.attempts()));
    if (parked) {
      metrics.parked(consumer, 1);
      LOG.errorf(
          last,
          "%s: key %s is parked from event %s on (%s)",
          consumer,
          record.key(),
          record.mark(),
          reason);
    }
  }

  private void handle(String consumer, List<IncomingRecord> records, EventHandler handler) {
    InboxTransaction.Outcome outcome =
        throughOutages(consumer, () -> transaction.handle(consumer, records, handler));
    metrics.handled(consumer, outcome.handled());
    metrics.duplicate(consumer, outcome.duplicates());
    metrics.parked(consumer, outcome.parked());
  }

  @FunctionalInterface
  private interface Step<T> {
    T run();
  }

  /** Repeats what fails for want of the database, with growing pauses, up to the bound. */
  private <T> T throughOutages(String consumer, Step<T> step) {
    StateLog state = states.computeIfAbsent(consumer, name -> new StateLog(LOG, "inbox " + name));
    Duration pause = config.minPause();
    long giveUp = System.nanoTime() + config.giveUpAfter().toNanos();
    while (true) {
      try {
        T result = step.run();
        state.works();
        return result;
      } catch (RuntimeException e) {
        if (!TransientFaults.isTransient(e)) {
          throw e;
        }
        rethrowIfStopping(e);
        if (System.nanoTime() > giveUp) {
          throw new DatabaseStayedAway(consumer, config.giveUpAfter(), e);
        }
        state.fails(e);
        pause(pause, e);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(config.maxPause()) > 0 ? config.maxPause() : pause;
      }
    }
  }

  /** What fails while everything is being taken down says nothing about the event. */
  private void rethrowIfStopping(RuntimeException e) {
    if (e instanceof DatabaseStayedAway
        || stopping.getCount() == 0
        || Thread.currentThread().isInterrupted()) {
      throw e;
    }
  }

  private void pause(Duration pause, RuntimeException why) {
    try {
      if (stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw why;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw why;
    }
  }
}
