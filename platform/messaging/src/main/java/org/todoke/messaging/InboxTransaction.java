package org.todoke.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One try, in one transaction of its own: mark, handle, park what lies behind something parked. */
@ApplicationScoped
class InboxTransaction {

  private final DataSource dataSource;
  private final EventContext context;
  private final Clock clock;

  InboxTransaction(DataSource dataSource, EventContext context, Clock clock) {
    this.dataSource = dataSource;
    this.context = context;
    this.clock = clock;
  }

  /** What became of the records. */
  record Outcome(int handled, int duplicates, int parked) {}

  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  Outcome handle(String consumer, List<IncomingRecord> records, EventHandler handler) {
    return inTransaction(
        connection -> {
          InboxTable.lockShared(connection, consumer);
          Instant now = clock.instant();
          Map<String, EventEnvelope> candidates = new LinkedHashMap<>();
          int parked = 0;
          int readable = 0;
          Set<String> parkedKeys =
              ParkedTable.parkedKeys(
                  connection,
                  consumer,
                  records.stream().map(IncomingRecord::key).collect(Collectors.toSet()));
          for (IncomingRecord record : records) {
            if (parkedKeys.contains(record.key()) || record.event() == null) {
              String reason =
                  record.fault() == null || parkedKeys.contains(record.key())
                      ? ParkedTable.BEHIND
                      : record.fault();
              if (ParkedTable.park(connection, consumer, record, reason, 0, now)) {
                parked++;
                parkedKeys.add(record.key());
              }
            } else {
              readable++;
              candidates.putIfAbsent(record.event().id(), record.event());
            }
          }
          int handled = 0;
          if (!candidates.isEmpty()) {
            Set<String> fresh = InboxTable.mark(connection, consumer, candidates.keySet(), now);
            List<EventEnvelope> events =
                candidates.values().stream().filter(e -> fresh.contains(e.id())).toList();
            if (!events.isEmpty()) {
              context.handle(consumer, events, handler);
            }
            handled = events.size();
          }
          return new Outcome(handled, readable - handled, parked);
        });
  }

  /** Whether it was parked by this call. */
  boolean park(String consumer, IncomingRecord record, String reason, int attempts) {
    return inTransaction(
        connection -> {
          InboxTable.lockShared(connection, consumer);
          return ParkedTable.park(connection, consumer, record, reason, attempts, clock.instant());
        });
  }

  <T> T inTransaction(Work<T> work) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                try (Connection connection = dataSource.getConnection()) {
                  return work.run(connection);
                } catch (SQLException e) {
                  throw new DatabaseFailure("the inbox cannot reach its tables", e);
                }
              });
    } catch (QuarkusTransactionException e) {
      // A process that is out of memory, or lacks a class, must not park one key after the other.
      if (e.getCause() instanceof Error error && !(error instanceof StackOverflowError)) {
        throw error;
      }
      throw e;
    }
  }
}
