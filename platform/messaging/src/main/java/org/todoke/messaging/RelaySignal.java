package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets a commit of this instance end the pause of its relay. */
@ApplicationScoped
class RelaySignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long given;

  void give() {
    lock.lock();
    try {
      given++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** To be asked before looking for work, so that no signal given meanwhile is missed. */
  long given() {
    lock.lock();
    try {
      return given;
    } finally {
      lock.unlock();
    }
  }

  /** Returns early once more signals were given than the caller knows of. */
  void await(long known, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (given == known && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
