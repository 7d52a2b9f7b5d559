package org.todoke.benchmarks.nation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is where and belongs to whom: some 20 bytes for each establishment, 4 MB for the whole
 * country, and all that is kept. Everything else about a row is thrown for when it is written.
 *
 * <p>Establishments of the first list come first, in the order of their municipalities; behind them
 * those that are new half a year later.
 */
final class Plan {

  private static final double NEW_ONES = 0.015;

  /** Of the new establishments, those of a corporation that is new as well. */
  private static final double NEW_CORPORATIONS = 0.3;

  /** Largest that may be without a number: in the files those without are small. */
  private static final int NUMBERLESS_AT_MOST = 5;

  /**
   * Of those, the share that has none, so that 5.4 % of all rows lack it for this reason; with the
   * rows that name nobody at all, 6.6 %.
   */
  private static final double NUMBERLESS = 0.112;

  final NationSize size;
  final List<Municipality> municipalities = Municipality.all();
  final List<CareService> services = CareService.all();
  private final List<Bundle> bundles;
  private final short[] municipalityOf;
  private final byte[] bundleOf;
  private final int[] corporationOf;
  private final int[] nthOfItsKind;

  /** By corporation: an establishment whose first row names it without a fault. */
  private final int[] anchors;

  private final BitSet numberless = new BitSet();
  private final int[] rowsOfCorporation;
  private final int corporations;

  Plan(NationSize size, long seed) {
    this.size = size;
    int old = size.establishments();
    int all = old + (int) Math.round(old * NEW_ONES);
    municipalityOf = new short[all];
    bundleOf = new byte[all];
    corporationOf = new int[all];
    nthOfItsKind = new int[all];
    int[] firstOf = layOut();
    List<Bundle.Share> shares = Bundle.shares(size, services);
    bundles = shares.stream().map(Bundle.Share::bundle).toList();
    drawBundles(shares, Dice.of(seed, 1, 0));
    int[] rowsOf = new int[old];
    Arrays.setAll(rowsOf, e -> bundle(e).rows());
    int[] sizes = CorporationSizes.of(size);
    int[] owners =
        new Ownership(municipalities, firstOf, rowsOf, Dice.of(seed, 2, 0)).assign(sizes);
    System.arraycopy(owners, 0, corporationOf, 0, old);
    corporations = addNewOnes(old, Dice.of(seed, 3, 0));
    rowsOfCorporation = Arrays.copyOf(sizes, corporations);
    anchors = new int[corporations];
    findAnchors();
    drawNumberless(Dice.of(seed, 4, 0));
    countKinds();
  }

  private int[] layOut() {
    int[] counts =
        Apportionment.of(
            municipalities.stream().mapToDouble(Municipality::rows).toArray(),
            size.establishments());
    int[] firstOf = new int[counts.length + 1];
    for (int m = 0; m < counts.length; m++) {
      firstOf[m + 1] = firstOf[m] + counts[m];
      Arrays.fill(municipalityOf, firstOf[m], firstOf[m + 1], (short) m);
    }
    return firstOf;
  }

  private void drawBundles(List<Bundle.Share> shares, Dice dice) {
    byte[] drawn = new byte[size.establishments()];
    int at = 0;
    for (int i = 0; i < shares.size(); i++) {
      Arrays.fill(drawn, at, at + shares.get(i).establishments(), (byte) i);
      at += shares.get(i).establishments();
    }
    if (at != drawn.length) {
      throw new IllegalStateException("establishments of all kinds: " + at);
    }
    dice.shuffle(drawn);
    System.arraycopy(drawn, 0, bundleOf, 0, at);
  }

  /**
   * Each is beside an old one, does one thing, and belongs to the same corporation or a new one.
   */
  private int addNewOnes(int old, Dice dice) {
    int next = size.corporations();
    for (int e = old; e < corporationOf.length; e++) {
      int like = dice.below(old);
      while (bundle(like).rows() > 1) {
        like = dice.below(old);
      }
      municipalityOf[e] = municipalityOf[like];
      bundleOf[e] = bundleOf[like];
      corporationOf[e] = dice.happens(NEW_CORPORATIONS) ? next++ : corporationOf[like];
    }
    return next;
  }

  private void findAnchors() {
    Arrays.fill(anchors, -1);
    for (int e = 0; e < corporationOf.length; e++) {
      if (anchors[corporationOf[e]] < 0) {
        anchors[corporationOf[e]] = e;
      }
    }
  }

  /**
   * Who has no number is known by name and place only, so those without work in one municipality:
   * they are as many corporations to a reader as they are here.
   */
  private void drawNumberless(Dice dice) {
    BitSet scattered = new BitSet();
    for (int e = 0; e < corporationOf.length; e++) {
      if (municipalityOf[e] != municipalityOf[anchors[corporationOf[e]]]) {
        scattered.set(corporationOf[e]);
      }
    }
    for (int c = 0; c < corporations; c++) {
      if (dice.happens(NUMBERLESS)
          && rowsOfCorporation[c] <= NUMBERLESS_AT_MOST
          && !scattered.get(c)) {
        numberless.set(c);
      }
    }
  }

  private void countKinds() {
    Map<String, Integer> counts = new HashMap<>();
    for (int e = 0; e < nthOfItsKind.length; e++) {
      Municipality place = municipality(e);
      String kind = place.prefectureDigits() + bundle(e).category() + place.region();
      nthOfItsKind[e] = counts.merge(kind, 1, Integer::sum) - 1;
    }
  }

  /** In this list; those that are gone from it are counted all the same. */
  int establishments(Edition edition) {
    return edition == Edition.FIRST ? size.establishments() : corporationOf.length;
  }

  Municipality municipality(int establishment) {
    return municipalities.get(municipalityOf[establishment]);
  }

  Bundle bundle(int establishment) {
    return bundles.get(bundleOf[establishment]);
  }

  int corporation(int establishment) {
    return corporationOf[establishment];
  }

  /** How many of the same prefecture, category and region come before it. */
  int nthOfItsKind(int establishment) {
    return nthOfItsKind[establishment];
  }

  boolean isNumberless(int corporation) {
    return numberless.get(corporation);
  }

  /** Rows in the first list; 0 for a corporation that is new later. */
  int rowsOf(int corporation) {
    return rowsOfCorporation[corporation];
  }

  boolean isAnchor(int establishment) {
    return anchors[corporationOf[establishment]] == establishment;
  }
}
