package org.todoke.benchmarks.nation;

/**
 * How often the official files have what they should not, counted in 27 of the 35 files (56,442
 * rows, end of 2025), and where marked in the nine of them that were looked at again for this.
 */
final class Rates {

  private static final double COUNTED = 56_442;

  static final double PHONE_WIDE = 0.022;

  /** Neither wide nor of the form 0x-x-x. */
  static final double PHONE_OTHERWISE = 0.054 - PHONE_WIDE;

  /** Nine files: 1 %, with those that are left empty as telephone numbers are. */
  static final double FAX_MISSING = 0.007;

  static final double ADDRESS_WIDE = 0.31;
  static final double ADDRESS_NARROW_KANA = 0.0025;
  static final double ADDRESS_WITH_PREFECTURE = 0.82;
  static final double NAME_NARROW_KANA = 0.002;

  /** Nine files. */
  static final double BUILDING = 0.26;

  /**
   * Nine files. With ゔ, which one name in ninety could have, and the subscript dash in telephone
   * numbers, about the 0.5 % of rows that CP932 cannot hold.
   */
  static final double RADICALS = 0.0007;

  static final double OLD_VU = 0.05;
  static final double COORDINATES_ZERO = 86 / COUNTED;
  static final double COORDINATES_ELSEWHERE = 44 / COUNTED;

  /** After both ways of checking: 92 numbers. */
  static final double ESTABLISHMENT_NUMBER_SPOILT = 92 / COUNTED;

  /**
   * 129 of the 53,819 numbers that are filled in; thrown for in the rows that are not a
   * corporation's first, which are 69 %.
   */
  static final double CORPORATE_NUMBER_SPOILT = 129 / 53_819.0 / 0.69;

  /** 1.2 % of all rows name neither number nor corporation; thrown for in the same 69 %. */
  static final double CORPORATION_MISSING = 0.012 / 0.69;

  /** 3.6 % of the names of corporations, with the short forms in wide brackets. */
  static final double CORPORATION_WIDE = 0.03;

  /**
   * 15 % of all corporations, which are 29 % of those that have two rows; thrown for more often,
   * because not everybody who could be is spelled in two ways.
   */
  static final double SEVERAL_SPELLINGS = 0.42;

  /** 5.8 % of all numbers, which are 44 % of those that have two rows. */
  static final double NAMED_BY_SERVICE = 0.44;

  static final double DAYS = 0.54;

  /** Nine files. */
  static final double DAYS_NOTE = 0.245;

  static final double CAPACITY_ZERO = 22_280 / COUNTED;
  static final double CAPACITY_MISSING = 18_162 / COUNTED;

  /** Nine files. */
  static final double URL = 0.84;

  /** 6.5 % without http:// or https://; one in eight of the faulty has it and a comma in it. */
  static final double URL_FAULTY = 0.065 * 8 / 7;

  /** Nine files. */
  static final double SHARED_SERVICE = 0.205;

  private Rates() {}
}
