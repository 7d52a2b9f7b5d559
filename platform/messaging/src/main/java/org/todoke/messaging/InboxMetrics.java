package org.todoke.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import javax.sql.DataSource;
import org.todoke.security.SystemScope;

/** Counts what happened to the records of each consumer. */
@ApplicationScoped
class InboxMetrics {

  private final MeterRegistry meters;
  private final DataSource dataSource;
  private final String service;
  private volatile double parkedKeys = Double.NaN;

  InboxMetrics(MeterRegistry meters, DataSource dataSource, ServiceName service) {
    this.meters = meters;
    this.dataSource = dataSource;
    this.service = service.shortName();
    Gauge.builder("todoke.inbox.parked.keys", this, metrics -> metrics.parkedKeys)
        .description("Keys that wait for an operator")
        .tag("service", this.service)
        .register(meters);
  }

  void received(String consumer, int count) {
    count("todoke.inbox.received", consumer, count);
  }

  /** Of types that do not concern it. */
  void ignored(String consumer, int count) {
    count("todoke.inbox.ignored", consumer, count);
  }

  void duplicate(String consumer, int count) {
    count("todoke.inbox.duplicate", consumer, count);
  }

  void handled(String consumer, int count) {
    count("todoke.inbox.handled", consumer, count);
  }

  void parked(String consumer, int count) {
    count("todoke.inbox.parked", consumer, count);
  }

  private void count(String name, String consumer, int count) {
    meters.counter(name, "service", service, "consumer", consumer).increment(count);
  }

  /** Asked of the database now. */
  long countParkedKeys() throws Exception {
    return SystemScope.call(
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            return ParkedTable.countKeys(connection);
          }
        });
  }

  @Scheduled(
      every = "${todoke.relay.count-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    try {
      parkedKeys = countParkedKeys();
    } catch (Exception e) {
      parkedKeys = Double.NaN;
    }
  }
}
