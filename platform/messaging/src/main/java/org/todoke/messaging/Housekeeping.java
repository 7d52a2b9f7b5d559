package org.todoke.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.todoke.security.SystemScope;
import org.todoke.web.Idempotency;

/** Deletes what nobody will ask for again; one instance at a time. */
@ApplicationScoped
class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);

  /** Short transactions, so that nothing waits for the cleaning. */
  private static final int BITE = 50_000;

  private final InboxTransaction transaction;
  private final Idempotency idempotency;
  private final InboxConfig config;
  private final Clock clock;

  Housekeeping(
      InboxTransaction transaction, Idempotency idempotency, InboxConfig config, Clock clock) {
    this.transaction = transaction;
    this.idempotency = idempotency;
    this.config = config;
    this.clock = clock;
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
            long marks = forgetMarks(now.minus(config.keep()));
            int answers = forgetAnswers(now.minus(config.keepIdempotencyKeys()));
            LOG.debugf("deleted %d inbox marks and %d stored answers", marks, answers);
          } catch (RuntimeException e) {
            LOG.warn("could not clean up; tried again next time", e);
          }
        });
  }

  private long forgetMarks(Instant before) {
    long total = 0;
    int last;
    do {
      last =
          transaction.inTransaction(
              connection -> tryLock(connection) ? InboxTable.forget(connection, before, BITE) : 0);
      total += last;
    } while (last == BITE);
    return total;
  }

  private int forgetAnswers(Instant before) {
    return transaction.inTransaction(
        connection -> tryLock(connection) ? idempotency.forgetBefore(before) : 0);
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
}
