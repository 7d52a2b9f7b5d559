package org.todoke.benchmarks.measure;

import java.util.Arrays;

/** Latencies of one kind of request. */
public final class Percentiles {

  private final long[] sortedNanos;

  public Percentiles(long[] nanos) {
    sortedNanos = nanos.clone();
    Arrays.sort(sortedNanos);
  }

  public int count() {
    return sortedNanos.length;
  }

  /**
   * By nearest rank, in milliseconds: of a hundred, the 99th has one above it. Not a number where
   * there is none.
   *
   * @param percent above 0, at most 100
   */
  public double at(double percent) {
    if (sortedNanos.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
    return sortedNanos[Math.max(0, rank - 1)] / 1e6;
  }
}
