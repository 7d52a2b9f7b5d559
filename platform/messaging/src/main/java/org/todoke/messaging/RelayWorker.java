package org.todoke.messaging;

import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.messaging.RelayProducer.Sending;
import org.todoke.security.SystemScope;

/**
 * Takes the events of some shards to Kafka, batch by batch: lock the shard, read its oldest rows,
 * send them, wait for every acknowledgement, delete what was acknowledged, commit. The lock ends
 * with the transaction, and until then nobody else sends from the shard.
 */
final class RelayWorker implements Runnable {

  private static final Logger LOG = Logger.getLogger(RelayWorker.class);
  private static final Duration HOLD_FOR = Duration.ofMinutes(1);
  private static final int VALID_WITHIN_SECONDS = 5;
  private static final int SLOW_AFTER_SECONDS = 5;

  private final List<Integer> shards;
  private final DataSource dataSource;
  private final RelayConfig config;
  private final RelayProducer producer;
  private final RelaySignal signal;
  private final String source;
  private final Counter sent;
  private final Counter failed;
  private final StateLog state;

  /** Keys that wait behind an event that cannot be sent, per shard. */
  private final Map<Integer, Set<String>> held = new TreeMap<>();

  private long heldSince = System.nanoTime();
  private volatile int heldKeys;
  private volatile boolean stopping;
  private volatile long stopBy;

  RelayWorker(
      List<Integer> shards,
      DataSource dataSource,
      RelayConfig config,
      RelayProducer producer,
      RelaySignal signal,
      String source,
      Counter sent,
      Counter failed) {
    this.shards = List.copyOf(shards);
    this.dataSource = dataSource;
    this.config = config;
    this.producer = producer;
    this.signal = signal;
    this.source = source;
    this.sent = sent;
    this.failed = failed;
    this.state = new StateLog(LOG, "relay of shards " + this.shards);
  }

  @Override
  public void run() {
    SystemScope.run(this::work);
  }

  /** Lets the present batch end within the time, and no other begin. */
  void stop(Duration within) {
    stopBy = System.nanoTime() + within.toNanos();
    stopping = true;
    signal.give();
  }

  /** How many partition keys wait behind an event that cannot be sent, mostly of unknown type. */
  int heldKeys() {
    return heldKeys;
  }

  private void work() {
    Duration pause = config.minPause();
    while (!stopping) {
      long known = signal.given();
      boolean moved = false;
      boolean ok = true;
      try {
        forgetHeldSometimes();
        for (int shard : occupied()) {
          try {
            moved |= pass(shard);
          } catch (Exception e) {
            ok = false;
            fail(e);
          }
        }
      } catch (Exception e) {
        ok = false;
        fail(e);
      }
      if (ok) {
        state.works();
      }
      if (moved && ok) {
        pause = config.minPause();
        continue;
      }
      pause(ok ? known : null, pause);
      pause = min(pause.multipliedBy(2), config.maxPause());
      if (ok && signal.given() != known) {
        pause = config.minPause();
      }
    }
  }

  private void fail(Exception e) {
    if (!stopping) {
      failed.increment();
      state.fails(e);
    }
  }

  /** A signal ends a pause for want of work, but not one after a failure. */
  private void pause(@Nullable Long known, Duration atMost) {
    try {
      if (known != null) {
        signal.await(known, atMost);
      } else {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
          signal.await(signal.given(), Duration.ofNanos(left));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private List<Integer> occupied() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return OutboxTable.occupied(connection, shards);
    }
  }

  /** One batch of one shard; whether it sent anything. */
  private boolean pass(int shard) throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return OutboxTable.tryLock(connection, shard) && relay(connection, shard);
      } finally {
        // After a commit this does nothing; otherwise the pool must not get an open transaction.
        connection.rollback();
      }
    }
  }

  private boolean relay(Connection connection, int shard) throws Exception {
    Set<String> heldHere = held.computeIfAbsent(shard, s -> new HashSet<>());
    List<OutboxRow> rows =
        OutboxTable.read(connection, shard, heldHere, config.batch(), config.batchBytes());
    List<Sending> sendings = new ArrayList<>(rows.size());
    for (OutboxRow row : rows) {
      if (!heldHere.contains(row.partitionKey())) {
        record(row)
            .ifPresentOrElse(
                record -> sendings.add(new Sending(row.id(), record)),
                () -> heldHere.add(row.partitionKey()));
      }
    }
    heldKeys = held.values().stream().mapToInt(Set::size).sum();
    if (sendings.isEmpty()) {
      return !rows.isEmpty();
    }
    List<Long> acknowledged = new ArrayList<>(sendings.size());
    try {
      producer.send(sendings, acknowledged::add, waited -> keepWaiting(connection, waited));
    } finally {
      if (!acknowledged.isEmpty()) {
        OutboxTable.delete(connection, acknowledged);
        connection.commit();
        sent.increment(acknowledged.size());
      }
    }
    return true;
  }

  /** Empty for what cannot be sent by this version of the service. */
  private Optional<ProducerRecord<String, byte[]>> record(OutboxRow row) {
    Optional<EventType> type = EventType.ofWireName(row.type());
    if (type.isEmpty()) {
      LOG.errorf("an event of unknown type %s waits in the outbox, row %d", row.type(), row.id());
      return Optional.empty();
    }
    try {
      return Optional.of(row.toRecord(type.get(), source));
    } catch (RuntimeException e) {
      LOG.errorf(e, "an event that cannot be written waits in the outbox, row %d", row.id());
      return Optional.empty();
    }
  }

  /** A lost connection has lost the lock too: somebody else may be sending the same rows. */
  private void keepWaiting(Connection connection, int secondsWaited) throws SQLException {
    if (stopping && System.nanoTime() > stopBy) {
      throw new IllegalStateException("the relay stops before everything is acknowledged");
    }
    if (secondsWaited == SLOW_AFTER_SECONDS) {
      state.fails(new TimeoutException("Kafka has acknowledged nothing for some time"));
    }
    if (!connection.isValid(VALID_WITHIN_SECONDS)) {
      throw new SQLException("connection lost while waiting for Kafka", "08006");
    }
  }

  /** An operator may have mended the row, or another version of the service taken it. */
  private void forgetHeldSometimes() {
    if (!held.isEmpty() && System.nanoTime() - heldSince > HOLD_FOR.toNanos()) {
      held.clear();
      heldKeys = 0;
      heldSince = System.nanoTime();
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
