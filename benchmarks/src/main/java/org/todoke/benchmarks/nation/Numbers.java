package org.todoke.benchmarks.nation;

/**
 * Numbers that have the form of real ones and cannot be anybody's. {@code docs/benchmarks.md} says
 * why.
 */
final class Numbers {

  /** No registry office has it. */
  private static final String REGISTRY_OFFICE = "9999";

  /** Above what the sample organisations and the tests of the suite use. */
  private static final int FIRST_CORPORATION = 100_000;

  /** The hundred below are those of the sample organisations and the tests. */
  private static final int FIRST_SERIAL = 9900;

  private static final int SERIALS_OF_A_REAL_CATEGORY = 100;
  private static final String CATEGORIES = "15679B";

  /** Letters that no category has, one for each of {@link #CATEGORIES}. */
  private static final String SPARE = "VWXTUY";

  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  private Numbers() {}

  /** 法人番号 of the n-th corporation. */
  static String corporate(LegalForm form, int index) {
    String base = REGISTRY_OFFICE + form.kind() + (FIRST_CORPORATION + index);
    int sum = 0;
    for (int fromRight = 0; fromRight < 12; fromRight++) {
      int digit = base.charAt(11 - fromRight) - '0';
      sum += fromRight % 2 == 0 ? digit : 2 * digit;
    }
    return (9 - sum % 9) + base;
  }

  /**
   * 介護保険事業所番号 of the n-th establishment, from 0, of a prefecture, category and region. The first
   * 100 have the category they should have and a serial from 9900, the others a category that does
   * not exist.
   *
   * @param medical whether the last digit checks over the last seven characters only
   */
  static String establishment(
      String prefecture, char category, String region, int nth, boolean medical) {
    boolean real = nth < SERIALS_OF_A_REAL_CATEGORY;
    char third = real ? category : SPARE.charAt(CATEGORIES.indexOf(category));
    int serial = real ? FIRST_SERIAL + nth : nth - SERIALS_OF_A_REAL_CATEGORY + 1;
    if (serial > 9999) {
      throw new IllegalStateException("no serial left in " + prefecture + third + region);
    }
    String base = prefecture + third + region + Integer.toString(10_000 + serial).substring(1);
    return base + checkDigit(base, medical && real ? 3 : 0);
  }

  /** The same 法人番号 with a check digit, the first one, that is wrong. */
  static String spoiltCorporate(String number) {
    return (number.charAt(0) - '0') % 9 + 1 + number.substring(1);
  }

  /** The same 介護保険事業所番号 with a check digit, the last one, that is wrong. */
  static String spoiltEstablishment(String number) {
    int last = number.length() - 1;
    return number.substring(0, last) + (number.charAt(last) - '0' + 1) % 10;
  }

  private static int checkDigit(String base, int start) {
    int sum = 0;
    for (int i = base.length() - 1, weight = 2; i >= start; i--, weight = 3 - weight) {
      char c = base.charAt(i);
      int product = weight * (c <= '9' ? c - '0' : 10 + LETTERS.indexOf(c));
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
