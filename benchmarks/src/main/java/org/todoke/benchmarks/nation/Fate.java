package org.todoke.benchmarks.nation;

/** What has become of an establishment half a year later. */
enum Fate {
  SAME,
  /** Not in the list. */
  GONE,
  RENAMED,
  /** Another address, another telephone number. */
  MOVED,
  /** Another capacity and other days. */
  CHANGED;

  private static final double GONE_RATE = 0.02;
  private static final double EACH_OTHER_RATE = 0.01;

  static Fate of(Edition edition, Dice dice) {
    if (edition == Edition.FIRST) {
      return SAME;
    }
    double point = dice.share();
    if (point < GONE_RATE) {
      return GONE;
    }
    int other = (int) ((point - GONE_RATE) / EACH_OTHER_RATE);
    return switch (other) {
      case 0 -> RENAMED;
      case 1 -> MOVED;
      case 2 -> CHANGED;
      default -> SAME;
    };
  }
}
