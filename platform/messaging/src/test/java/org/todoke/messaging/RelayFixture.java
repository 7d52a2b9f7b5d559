package org.todoke.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Relays as an instance of a service would have them. */
final class RelayFixture {

  private RelayFixture() {}

  /** Impatient settings. */
  record Config(
      boolean enabled,
      int workers,
      int batch,
      int batchBytes,
      Duration minPause,
      Duration maxPause,
      Duration maxAge,
      Duration stuckAfter,
      Duration stopWithin,
      Duration countEvery)
      implements RelayConfig {}

  static Config config(int batch) {
    return new Config(
        true,
        4,
        batch,
        1_000_000,
        Duration.ofMillis(10),
        Duration.ofMillis(200),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1));
  }

  static Relay relay(DataSource dataSource, String bootstrapServers, RelayConfig config) {
    return new Relay(
        dataSource,
        config,
        new RelaySignal(),
        new ServiceName(Optional.of("notice"), "unused"),
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        new SimpleMeterRegistry());
  }
}
