package org.todoke.benchmarks.nation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Deals out a whole number in proportion to weights, by largest remainder: the sum is exact. */
final class Apportionment {

  private Apportionment() {}

  static int[] of(double[] weights, int total) {
    double sum = Arrays.stream(weights).sum();
    int[] parts = new int[weights.length];
    double[] rest = new double[weights.length];
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      double exact = weights[i] * total / sum;
      parts[i] = (int) exact;
      rest[i] = exact - parts[i];
      given += parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -rest[i]).thenComparing(i -> i))
        .limit(total - given)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
