package org.todoke.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** When the whole measurement is given up. */
public final class Deadline {

  private static final long LOOK_EVERY_MILLIS = 100;

  private final long end;

  public Deadline(Duration fromNow) {
    end = System.nanoTime() + fromNow.toNanos();
  }

  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /**
   * Looks again and again until it is so.
   *
   * @throws IllegalStateException naming what did not come about in time
   */
  public void await(String what, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (left().isZero()) {
        throw new IllegalStateException("not in time: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting: " + what, e);
      }
    }
  }
}
