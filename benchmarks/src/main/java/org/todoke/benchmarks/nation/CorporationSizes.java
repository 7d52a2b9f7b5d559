package org.todoke.benchmarks.nation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many rows each corporation has: many with one, one with 2,700. */
final class CorporationSizes {

  /** The largest, by the same source as the bands; from there on the tail is Zipf's. */
  private static final double[] LARGEST = {2700, 1001, 840, 641, 493};

  /** Some of its rows name nobody, and it is to be seen in its band all the same. */
  private static final int ROOM = 3;

  /** From so many to so many rows, and how many corporations. */
  private record Band(int least, int most, int corporations) {
    boolean isTail() {
      return least > 50;
    }
  }

  private CorporationSizes() {}

  /** The largest first; their sum is exactly the number of rows. */
  static int[] of(NationSize size) {
    List<Band> bands =
        Lists.read(
            "corporation-sizes",
            r ->
                new Band(
                    Integer.parseInt(r.getField("least")),
                    Integer.parseInt(r.getField("most")),
                    Integer.parseInt(r.getField("corporations"))));
    int[] counts =
        Apportionment.of(
            bands.stream().mapToDouble(Band::corporations).toArray(), size.corporations());
    List<int[]> sizes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      Band band = bands.get(i);
      int[] each = band.isTail() ? tail(band, counts[i], size.fraction()) : even(band, counts[i]);
      sizes.add(each);
    }
    balance(bands, sizes, size.rows());
    return sizes.stream()
        .flatMapToInt(Arrays::stream)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] tail(Band band, int count, double fraction) {
    int[] sizes = new int[count];
    for (int rank = 0; rank < count; rank++) {
      double largest = rank < LARGEST.length ? LARGEST[rank] : LARGEST[0] / (rank + 1);
      // Of a tenth of the country, even the largest operator has a tenth.
      sizes[rank] = Math.max(band.least() + ROOM, (int) Math.round(largest * fraction));
    }
    return sizes;
  }

  /** Smaller ones are more frequent: the share falls with the square root of the size. */
  private static int[] even(Band band, int count) {
    double[] weights = new double[band.most() - band.least() + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / Math.sqrt(band.least() + i);
    }
    int[] parts = Apportionment.of(weights, count);
    int[] sizes = new int[count];
    for (int i = 0, at = 0; i < parts.length; i++) {
      Arrays.fill(sizes, at, at + parts[i], band.least() + i);
      at += parts[i];
    }
    return sizes;
  }

  /** Moves corporations up or down within their bands until the sum is right. */
  private static void balance(List<Band> bands, List<int[]> sizes, int rows) {
    int missing = rows - sizes.stream().flatMapToInt(Arrays::stream).sum();
    for (int i = 1; i < sizes.size() && missing != 0; i++) {
      Band band = bands.get(i);
      int[] each = sizes.get(i);
      boolean moved = true;
      while (moved && missing != 0) {
        moved = false;
        for (int k = 0; k < each.length && missing != 0; k++) {
          int step = Integer.signum(missing);
          if (each[k] + step >= band.least() && each[k] + step <= band.most()) {
            each[k] += step;
            missing -= step;
            moved = true;
          }
        }
      }
    }
    if (missing != 0) {
      throw new IllegalStateException("rows that no corporation can have: " + missing);
    }
  }
}
