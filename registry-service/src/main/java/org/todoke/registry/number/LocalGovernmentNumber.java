package org.todoke.registry.number;

import java.util.regex.Pattern;

/**
 * 全国地方公共団体コード (JIS X 0401 and 0402 with a check digit): two digits prefecture, three digits body,
 * one check digit.
 */
public final class LocalGovernmentNumber {

  private static final Pattern FORM = Pattern.compile("[0-9]{6}");
  private static final String PREFECTURE_ITSELF = "000";
  private static final int PREFECTURES = 47;
  private static final int PREFECTURE_DIGITS = 2;

  /** The first and the last of the six codes of villages that nobody administers. */
  private static final String FIRST_NORTHERN_TERRITORY = "016951";

  private static final String LAST_NORTHERN_TERRITORY = "017001";

  private LocalGovernmentNumber() {}

  /** Whether it has six digits, the first two name a prefecture, and the last one checks. */
  public static boolean isValid(String number) {
    if (!FORM.matcher(number).matches()) {
      return false;
    }
    int prefecture = Integer.parseInt(prefectureDigits(number));
    if (prefecture < 1 || prefecture > PREFECTURES) {
      return false;
    }
    return withCheckDigit(number.substring(0, 5)).equals(number);
  }

  /** The whole number that begins with these five digits; whether it exists is another question. */
  public static String withCheckDigit(String fiveDigits) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (6 - i) * (fiveDigits.charAt(i) - '0');
    }
    return fiveDigits + (11 - sum % 11) % 10;
  }

  /** Whether a valid number is that of a prefecture, not of a body in one. */
  public static boolean isPrefecture(String number) {
    return number.startsWith(PREFECTURE_ITSELF, PREFECTURE_DIGITS);
  }

  /**
   * Whether a valid number is that of a body of several local governments (一部事務組合, 広域連合):
   * prefectures number those from 800.
   */
  public static boolean isUnion(String number) {
    return number.charAt(PREFECTURE_DIGITS) >= '8';
  }

  /** Whether a valid number is that of one of the six villages of the Northern Territories. */
  public static boolean isNorthernTerritory(String number) {
    return number.compareTo(FIRST_NORTHERN_TERRITORY) >= 0
        && number.compareTo(LAST_NORTHERN_TERRITORY) <= 0;
  }

  public static String prefectureDigits(String number) {
    return number.substring(0, PREFECTURE_DIGITS);
  }
}
