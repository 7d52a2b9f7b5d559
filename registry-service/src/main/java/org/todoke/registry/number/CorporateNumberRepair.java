package org.todoke.registry.number;

import org.jspecify.annotations.Nullable;

/**
 * Repairs corporate numbers that were written with something left out or added. What it gives is
 * valid; what it cannot prove it leaves.
 */
public final class CorporateNumberRepair {

  private static final int WITHOUT_CHECK_DIGIT = 12;

  private CorporateNumberRepair() {}

  /**
   * The valid number that was meant: without width, spaces, hyphens, the T of the registration
   * number of an invoice issuer (適格請求書発行事業者), and the traces of a spreadsheet; twelve digits are a
   * 会社法人等番号 and get their check digit. Null if there is none, or nobody can know it.
   */
  public static @Nullable String repaired(String written) {
    String plain = plain(written);
    if (plain.length() == WITHOUT_CHECK_DIGIT && WrittenNumber.isDigits(plain)) {
      return CorporateNumber.withCheckDigit(plain);
    }
    return CorporateNumber.isValid(plain) ? plain : null;
  }

  /** Whether a spreadsheet has rounded the number away, as in {@code 1.00002E+12}. */
  public static boolean lostDigits(String written) {
    return WrittenNumber.lostDigits(WrittenNumber.plain(written));
  }

  /** Whether it is thirteen digits, of which one must be wrong if it is not valid. */
  public static boolean isOfTheForm(String written) {
    String plain = plain(written);
    return plain.length() == WITHOUT_CHECK_DIGIT + 1 && WrittenNumber.isDigits(plain);
  }

  private static String plain(String written) {
    String plain = WrittenNumber.plain(written);
    return plain.startsWith("T") ? plain.substring(1) : plain;
  }
}
