package org.todoke.benchmarks.nation;

/** A telephone number as people write it down. */
final class Telephone {

  private static final String[] DASHES = {"‐", "‐", "ー", "ー", "−", "₋"};

  private Telephone() {}

  static String written(String number, Dice row) {
    double point = row.share();
    if (point < Rates.PHONE_WIDE) {
      return row.happens(0.3) ? number.replace('-', '－') : Spelling.wide(number);
    }
    if (point >= Rates.PHONE_WIDE + Rates.PHONE_OTHERWISE) {
      return number;
    }
    return switch (row.below(10)) {
      case 0 -> number + "(代表)";
      case 1 -> "";
      case 2, 3, 4, 5 -> number.replace("-", row.oneOf(DASHES));
      default -> number.replace("-", "");
    };
  }
}
