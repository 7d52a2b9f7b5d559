package org.todoke.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and stops the workers that take events from the outbox to Kafka. */
@ApplicationScoped
class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);

  private static final Duration TO_ROLL_BACK = Duration.ofSeconds(3);

  private final DataSource dataSource;
  private final RelayConfig config;
  private final RelaySignal signal;
  private final ServiceName service;
  private final Map<String, Object> kafka;
  private final Counter sent;
  private final Counter failed;

  private final List<RelayWorker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable RelayProducer producer;

  Relay(
      DataSource dataSource,
      RelayConfig config,
      RelaySignal signal,
      ServiceName service,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry meters) {
    this.dataSource = dataSource;
    this.config = config;
    this.signal = signal;
    this.service = service;
    this.kafka = kafka;
    this.sent =
        Counter.builder("todoke.relay.sent")
            .description("Events that Kafka has acknowledged")
            .tag("service", service.shortName())
            .register(meters);
    this.failed =
        Counter.builder("todoke.relay.failed")
            .description("Batches that have to be tried again")
            .tag("service", service.shortName())
            .register(meters);
  }

  void onStart(@Observes StartupEvent event) {
    if (config.enabled()) {
      start();
    } else {
      LOG.info("the relay is switched off: events stay in the outbox");
    }
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  synchronized void start() {
    producer =
        new RelayProducer(kafka, "todoke-" + service.shortName() + "-relay", config.stuckAfter());
    int count = Math.min(config.workers(), OutboxTable.SHARDS);
    for (int i = 0; i < count; i++) {
      int first = i;
      List<Integer> shards =
          IntStream.range(0, OutboxTable.SHARDS).filter(s -> s % count == first).boxed().toList();
      var worker =
          new RelayWorker(
              shards, dataSource, config, producer, signal, service.source(), sent, failed);
      var thread = new Thread(worker, "todoke-relay-" + i);
      thread.setUncaughtExceptionHandler(
          (t, thrown) -> LOG.errorf(thrown, "%s died; its shards %s wait", t.getName(), shards));
      workers.add(worker);
      threads.add(thread);
      thread.start();
    }
  }

  synchronized void stop() {
    workers.forEach(worker -> worker.stop(config.stopWithin()));
    join(config.stopWithin());
    if (producer != null) {
      // Ends whatever still waits for Kafka; the rows stay in the outbox.
      producer.close();
    }
    join(TO_ROLL_BACK);
  }

  private void join(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(end - System.nanoTime(), 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Workers that are no longer there although nobody stopped them. */
  synchronized long deadWorkers() {
    return threads.stream().filter(thread -> !thread.isAlive()).count();
  }

  synchronized int heldKeys() {
    return workers.stream().mapToInt(RelayWorker::heldKeys).sum();
  }
}
