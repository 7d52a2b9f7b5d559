package org.todoke.registry.number;

import java.util.regex.Pattern;

/**
 * 介護保険事業所番号: two digits prefecture, a category, two digits region, four digits serial, one check
 * digit. Its digit is a hint and no proof: real registers hold numbers that fail.
 */
public final class EstablishmentNumber {

  /** What the check digit says. */
  public enum Check {
    /** The digit checks over the whole number. */
    VALID,
    /**
     * The digit checks over the last seven characters only, which are a medical institution's own
     * code: usual for categories 1, 3, 4, 5 and 6 in Saitama, Chiba, Tokyo and Kanagawa.
     */
    VALID_AS_MEDICAL_INSTITUTION,
    /** The digit does not check. To be warned of and taken all the same. */
    DOUBTFUL,
    /** Not of the form; the letters I, O and Q are never given. */
    MALFORMED
  }

  private static final Pattern FORM = Pattern.compile("[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{7}");
  private static final String CATEGORIES_OF_MEDICAL_INSTITUTIONS = "13456";
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final int LENGTH = 10;
  private static final int CATEGORY = 2;
  private static final int MEDICAL_INSTITUTION = 3;

  private EstablishmentNumber() {}

  public static Check check(String number) {
    if (!FORM.matcher(number).matches()) {
      return Check.MALFORMED;
    }
    if (digitChecksFrom(0, number)) {
      return Check.VALID;
    }
    boolean medical =
        CATEGORIES_OF_MEDICAL_INSTITUTIONS.indexOf(number.charAt(CATEGORY)) >= 0
            && digitChecksFrom(MEDICAL_INSTITUTION, number);
    return medical ? Check.VALID_AS_MEDICAL_INSTITUTION : Check.DOUBTFUL;
  }

  public static String prefectureDigits(String number) {
    return number.substring(0, 2);
  }

  private static boolean digitChecksFrom(int start, String number) {
    int sum = 0;
    for (int i = LENGTH - 2, weight = 2; i >= start; i--, weight = 3 - weight) {
      int product = weight * valueOf(number.charAt(i));
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10 == number.charAt(LENGTH - 1) - '0';
  }

  private static int valueOf(char c) {
    return c <= '9' ? c - '0' : 10 + LETTERS.indexOf(c);
  }
}
