package org.todoke.registry.number;

import java.util.regex.Pattern;

/** 法人番号: a check digit from 1 to 9 before the twelve digits of the number proper. */
public final class CorporateNumber {

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{12}");
  private static final int DIGITS = 12;

  private CorporateNumber() {}

  /** Whether it has thirteen digits and the first one checks. */
  public static boolean isValid(String number) {
    if (!FORM.matcher(number).matches()) {
      return false;
    }
    return checkDigitOf(number.substring(1)) == number.charAt(0);
  }

  /** The whole number that has these twelve digits (会社法人等番号, or a number the NTA has given). */
  static String withCheckDigit(String twelveDigits) {
    return checkDigitOf(twelveDigits) + twelveDigits;
  }

  /** 平成26年財務省令第70号第2条; the remainder is that of the whole sum. */
  private static char checkDigitOf(String twelveDigits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < DIGITS; fromRight++) {
      int digit = twelveDigits.charAt(DIGITS - 1 - fromRight) - '0';
      sum += fromRight % 2 == 0 ? digit : 2 * digit;
    }
    return (char) ('0' + 9 - sum % 9);
  }
}
