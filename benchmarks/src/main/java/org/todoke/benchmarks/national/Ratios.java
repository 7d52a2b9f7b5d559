package org.todoke.benchmarks.national;

import java.time.Duration;
import java.util.Collection;

/** One measurement against another. */
final class Ratios {

  private Ratios() {}

  /** Not a number where there is nothing to compare with. */
  static double of(double measured, double baseline) {
    return baseline > 0 ? measured / baseline : Double.NaN;
  }

  static double of(Duration measured, Duration baseline) {
    return of(CascadeTimes.seconds(measured), CascadeTimes.seconds(baseline));
  }

  /** How many times the smallest the largest is; not a number of fewer than two. */
  static double spread(Collection<Double> values) {
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    double smallest = values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    return values.size() < 2 ? Double.NaN : of(largest, smallest);
  }
}
