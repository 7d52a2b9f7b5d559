package org.todoke.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.todoke.security.SystemScope;

/** Deletes what nobody will ask for again; one instance at a time. */
@ApplicationScoped
class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);

  /** Short transactions, so that nothing waits for the cleaning. */
  private static final int BITE = 50_000;

  private final DataSource dataSource;
  private final InboxConfig config;
  private final Clock clock;

  Housekeeping(DataSource dataSource, InboxConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Bite {
    int take(Connection connection) throws SQLException;
  }

  @Scheduled(
      every = "${todoke.inbox.clean-every}",
      delayed = "PT1M",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void clean() {
    SystemScope.run(
        () -> {
          try {
            Instant now = clock.instant();
            Instant marks = now.minus(config.keep());
            long forgotten = all(connection -> InboxTable.forget(connection, marks, BITE));
            Instant keys = now.minus(config.keepIdempotencyKeys());
            long answers = all(connection -> forgetAnswers(connection, keys));
            LOG.debugf("deleted %d inbox marks and %d stored answers", forgotten, answers);
          } catch (SQLException e) {
            LOG.warn("could not clean up; tried again next time", e);
          }
        });
  }

  private long all(Bite bite) throws SQLException {
    long total = 0;
    int last;
    do {
      last = locked(bite);
      total += last;
    } while (last == BITE);
    return total;
  }

  private int locked(Bite bite) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int taken = tryLock(connection) ? bite.take(connection) : 0;
        connection.commit();
        return taken;
      } finally {
        connection.rollback();
      }
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?, 0)")) {
      lock.setInt(1, AdvisoryLocks.HOUSEKEEPING);
      try (ResultSet got = lock.executeQuery()) {
        return got.next() && got.getBoolean(1);
      }
    }
  }

  private static int forgetAnswers(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from idempotency_key where ctid = any (array(
              select ctid from idempotency_key where created_at < ? limit ?))""")) {
      delete.setObject(1, before.atOffset(java.time.ZoneOffset.UTC));
      delete.setInt(2, BITE);
      return delete.executeUpdate();
    }
  }
}
