package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

  @Transactional(Transactional.TxType.MANDATORY)
  public void append(OutboxEvent event) {
    throw new IllegalStateException("written next");
  }

  /**
   * Tells the relay, after commit, that there is work; it would find it by itself a little later.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void wakeRelay() {}
}
