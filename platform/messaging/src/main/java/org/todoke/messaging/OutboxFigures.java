package org.todoke.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.todoke.messaging.OutboxTable.Backlog;
import org.todoke.security.SystemScope;

/** How much waits in the outbox, and for how long: counted now and then, not at every scrape. */
@ApplicationScoped
class OutboxFigures {

  private final DataSource dataSource;
  private final Clock clock;

  /** Null when it could not be counted: the gauges then say so by having no value. */
  private volatile @Nullable Backlog backlog;

  OutboxFigures(DataSource dataSource, Clock clock, ServiceName service, MeterRegistry meters) {
    this.dataSource = dataSource;
    this.clock = clock;
    Gauge.builder("todoke.outbox.backlog", this, OutboxFigures::rows)
        .description("Events that wait in the outbox")
        .tag("service", service.shortName())
        .register(meters);
    Gauge.builder("todoke.outbox.oldest.age", this, OutboxFigures::age)
        .description("How long the oldest event has waited")
        .baseUnit("seconds")
        .tag("service", service.shortName())
        .register(meters);
  }

  @Scheduled(
      every = "${todoke.relay.count-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    try {
      backlog = SystemScope.call(this::read);
    } catch (Exception e) {
      // The workers report a database that is away; here it only means that there is no figure.
      backlog = null;
    }
  }

  /** Asked of the database now; zero where nothing waits. */
  Duration ageOfOldest() throws Exception {
    return SystemScope.call(
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            return ageOf(OutboxTable.oldest(connection));
          }
        });
  }

  private Backlog read() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return OutboxTable.backlog(connection);
    }
  }

  private double rows() {
    Backlog last = backlog;
    return last == null ? Double.NaN : last.rows();
  }

  private double age() {
    Backlog last = backlog;
    return last == null ? Double.NaN : ageOf(last.oldest()).toMillis() / 1000.0;
  }

  private Duration ageOf(@Nullable Instant recorded) {
    if (recorded == null) {
      return Duration.ZERO;
    }
    Duration age = Duration.between(recorded, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
