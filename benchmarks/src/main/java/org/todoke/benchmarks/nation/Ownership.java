package org.todoke.benchmarks.nation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives every establishment to a corporation so that each corporation has exactly its number of
 * rows. Most work in one municipality; who works in several finds them next to each other, and the
 * large ones all over the country.
 *
 * <p>How often a corporation works in several municipalities grows with its size; the rates are set
 * so that 12 % of all do, and 4 % in several prefectures.
 */
final class Ownership {

  private static final int UNOWNED = -1;

  /** Taken a little more often than is even, because they fit less and less. */
  private static final double SEVERAL_FIRST = 1.2;

  private static final int TRIES_FOR_A_HOME = 8;

  private final List<Municipality> municipalities;
  private final int[] firstOf;
  private final int[] rowsOf;
  private final Dice dice;
  private final int[] owners;

  /** For each municipality its establishments with one row, and those with several. */
  private final int[][] singles;

  private final int[][] several;
  private final int[] singlesUsed;
  private final int[] severalUsed;
  private long severalRowsLeft;
  private long rowsLeft;

  /**
   * @param firstOf index of the first establishment of each municipality, and their number at last
   * @param rowsOf rows of each establishment
   */
  Ownership(List<Municipality> municipalities, int[] firstOf, int[] rowsOf, Dice dice) {
    this.municipalities = municipalities;
    this.firstOf = firstOf;
    this.rowsOf = rowsOf;
    this.dice = dice;
    owners = new int[rowsOf.length];
    Arrays.fill(owners, UNOWNED);
    int count = municipalities.size();
    singles = new int[count][];
    several = new int[count][];
    singlesUsed = new int[count];
    severalUsed = new int[count];
    for (int m = 0; m < count; m++) {
      singles[m] = establishments(m, true);
      several[m] = establishments(m, false);
    }
    severalRowsLeft = Arrays.stream(rowsOf).filter(rows -> rows > 1).sum();
  }

  private int[] establishments(int municipality, boolean withOneRow) {
    return IntStream.range(firstOf[municipality], firstOf[municipality + 1])
        .filter(e -> (rowsOf[e] == 1) == withOneRow)
        .toArray();
  }

  /**
   * The corporation of each establishment.
   *
   * @param sizes rows of each corporation, the largest first; together as many as there are
   */
  int[] assign(int[] sizes) {
    rowsLeft = Arrays.stream(sizes).filter(size -> size > 1).asLongStream().sum();
    int corporation = 0;
    for (; corporation < sizes.length && sizes[corporation] > 1; corporation++) {
      settle(corporation, sizes[corporation]);
      rowsLeft -= sizes[corporation];
    }
    exchangeWhatIsLeft();
    for (int m = 0; m < singles.length; m++) {
      while (singlesUsed[m] < singles[m].length) {
        owners[singles[m][singlesUsed[m]++]] = corporation++;
      }
    }
    if (corporation != sizes.length) {
      throw new IllegalStateException(
          "corporations without a row: " + (sizes.length - corporation));
    }
    return owners;
  }

  private void settle(int corporation, int size) {
    int places = Math.min(places(size), size);
    boolean everywhere = dice.happens(size > 50 ? 0.8 : size > 20 ? 0.4 : 0.3);
    int home = homeFor(places == 1 ? size : 1);
    int left = size;
    for (int place = 0; place < places && left > 0; place++) {
      int wanted = place == places - 1 ? left : Math.max(1, left / (places - place));
      int start = place == 0 ? home : everywhere ? homeFor(1) : beside(home, place);
      left -= take(corporation, wanted, start);
    }
  }

  private int places(int size) {
    double rate = size > 50 ? 1 : size > 20 ? 0.9 : size > 10 ? 0.6 : size > 5 ? 0.45 : 0.13;
    if (!dice.happens(rate)) {
      return 1;
    }
    int most = size > 50 ? size / 5 : size > 10 ? 2 + size / 6 : size > 5 ? 3 : 2;
    return size <= 20 && dice.happens(0.45) ? 2 : Math.max(2, most / 2 + dice.below(most));
  }

  /**
   * Where the establishments are, the corporations are; one with room for so many rows if found.
   */
  private int homeFor(int rows) {
    int home = 0;
    for (int i = 0; i < TRIES_FOR_A_HOME; i++) {
      home = municipalityOf(dice.below(owners.length));
      if (singles[home].length - singlesUsed[home] >= rows) {
        return home;
      }
    }
    return home;
  }

  private int municipalityOf(int establishment) {
    int at = Arrays.binarySearch(firstOf, establishment);
    if (at < 0) {
      return -at - 2;
    }
    // Empty municipalities begin where the next one does.
    while (firstOf[at + 1] == establishment) {
      at++;
    }
    return at;
  }

  /** The n-th municipality around it: after, before, after that … in the order of the codes. */
  private int beside(int home, int nth) {
    int step = (nth + 1) / 2 * (nth % 2 == 0 ? -1 : 1);
    int there = Math.floorMod(home + step, municipalities.size());
    boolean same =
        municipalities.get(there).prefecture().equals(municipalities.get(home).prefecture());
    return same ? there : Math.floorMod(home - step, municipalities.size());
  }

  /** Takes as many rows as wanted, from there or, where nothing is left, from next to it. */
  private int take(int corporation, int wanted, int start) {
    int left = wanted;
    int m = start;
    for (int tried = 0; left > 0 && tried <= 2 * singles.length; ) {
      if (hasSeveral(m, left)
          && dice.happens(SEVERAL_FIRST * severalRowsLeft / Math.max(1, rowsLeft))) {
        int establishment = several[m][severalUsed[m]++];
        owners[establishment] = corporation;
        left -= rowsOf[establishment];
        severalRowsLeft -= rowsOf[establishment];
      } else if (singlesUsed[m] < singles[m].length) {
        owners[singles[m][singlesUsed[m]++]] = corporation;
        left--;
      } else {
        tried++;
        m = beside(start, tried);
      }
    }
    if (left > 0) {
      throw new IllegalStateException("no establishment left for corporation " + corporation);
    }
    return wanted;
  }

  private boolean hasSeveral(int m, int atMost) {
    return severalUsed[m] < several[m].length && rowsOf[several[m][severalUsed[m]]] <= atMost;
  }

  /** What fitted nowhere goes to whoever can give as many establishments with one row for it. */
  private void exchangeWhatIsLeft() {
    int[] owned =
        IntStream.range(0, owners.length)
            .filter(e -> owners[e] != UNOWNED && rowsOf[e] == 1)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(e -> owners[e]).thenComparing(e -> e))
            .mapToInt(Integer::intValue)
            .toArray();
    int at = 0;
    for (int m = 0; m < several.length; m++) {
      while (severalUsed[m] < several[m].length) {
        int establishment = several[m][severalUsed[m]++];
        int rows = rowsOf[establishment];
        while (owners[owned[at]] != owners[owned[at + rows - 1]]) {
          at++;
        }
        owners[establishment] = owners[owned[at]];
        for (int given = 0; given < rows; given++) {
          giveBack(owned[at++]);
        }
      }
    }
  }

  private void giveBack(int establishment) {
    int m = municipalityOf(establishment);
    owners[establishment] = UNOWNED;
    singles[m][--singlesUsed[m]] = establishment;
  }
}
