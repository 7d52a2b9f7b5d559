package org.todoke.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the relay takes events from the outbox to Kafka. */
@ConfigMapping(prefix = "todoke.relay")
public interface RelayConfig {

  /** Without it events stay in the outbox of this instance; another instance may take them. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Threads, each with its share of the eight shards and, while it works, one connection of the
   * pool: keep it well below {@code quarkus.datasource.jdbc.max-size}. During an outage of Kafka
   * all of them are held.
   */
  @WithDefault("4")
  @Min(1)
  @Max(8)
  int workers();

  /**
   * Rows that one transaction reads, sends and deletes; more mean more repetitions after a crash.
   */
  @WithDefault("1000")
  @Min(1)
  @Max(10000)
  int batch();

  /** Data that one batch holds in memory at most; a batch of large events ends earlier. */
  @WithDefault("8388608")
  @Min(1)
  int batchBytes();

  /** First pause after a look that found nothing; doubles up to {@link #maxPause}. */
  @WithDefault("PT0.05S")
  Duration minPause();

  /** How long an event of another instance's transaction, or of a lost wake-up, waits at most. */
  @WithDefault("PT1S")
  Duration maxPause();

  /** Readiness is down while the oldest event has waited for longer. */
  @WithDefault("PT30S")
  Duration maxAge();

  /**
   * After so long without any acknowledgement a batch is begun anew with another producer. Shorter
   * than an outage of Kafka lasts it costs repetitions, which consumers leave out; longer it
   * lengthens the stand-still of one that is stuck.
   */
  @WithDefault("PT30S")
  Duration stuckAfter();

  /** How long a stopping service waits for what it has sent to be acknowledged. */
  @WithDefault("PT10S")
  Duration stopWithin();

  /** How often the figures of the outbox are counted for the metrics. */
  @WithDefault("PT10S")
  Duration countEvery();
}
