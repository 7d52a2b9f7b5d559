package org.todoke.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Takes events in the transaction of the change that they tell of. Lock the row of the aggregate
 * first (pessimistic write, or the UPDATE itself): the order of events under one partition key is
 * the order in which their writers held that lock.
 *
 * <p>A set-based statement writes the table {@code outbox} itself and calls {@link #wakeRelay()}
 * afterwards.
 */
@ApplicationScoped
public class Outbox {

  /** Marks a transaction that wakes the relay already. */
  private static final Object WAKES = new Object();

  private final DataSource dataSource;
  private final Instance<EntityManager> entityManager;
  private final TransactionSynchronizationRegistry transaction;
  private final ObjectMapper json;
  private final Clock clock;
  private final RelaySignal signal;

  Outbox(
      DataSource dataSource,
      Instance<EntityManager> entityManager,
      TransactionSynchronizationRegistry transaction,
      ObjectMapper json,
      Clock clock,
      RelaySignal signal) {
    this.dataSource = dataSource;
    this.entityManager = entityManager;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
    this.signal = signal;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void append(OutboxEvent event) {
    appendAll(List.of(event));
  }

  /** In the order given. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(List<OutboxEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    flushEntities();
    Instant recorded = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (Connection connection = dataSource.getConnection()) {
      OutboxTable.insert(connection, events, this::write, recorded, Traces.current());
    } catch (SQLException e) {
      throw new DatabaseFailure("cannot write to the outbox", e);
    }
    wakeRelay();
  }

  /**
   * Tells the relay, after commit, that there is work; it would find it by itself a little later.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void wakeRelay() {
    if (transaction.getResource(WAKES) != null) {
      return;
    }
    transaction.putResource(WAKES, WAKES);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              signal.give();
            }
          }
        });
  }

  /**
   * The trace that the present work belongs to, for the column {@code traceparent} of a set-based
   * statement; empty while tracing is off.
   */
  public Optional<String> traceParent() {
    return Optional.ofNullable(Traces.current());
  }

  /** Entities hold their statements back; the row that orders the events must be locked first. */
  private void flushEntities() {
    if (entityManager.isResolvable()) {
      EntityManager entities = entityManager.get();
      if (entities.isJoinedToTransaction()) {
        entities.flush();
      }
    }
  }

  private String write(OutboxEvent event) {
    try {
      return json.writeValueAsString(event.data());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("data of " + event.type() + " cannot be written", e);
    }
  }
}
