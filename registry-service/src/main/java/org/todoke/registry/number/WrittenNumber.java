package org.todoke.registry.number;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A number as people and spreadsheets write it, brought to letters and digits alone. */
final class WrittenNumber {

  private static final Pattern FRACTION = Pattern.compile("([0-9]+)\\.0+");
  private static final Pattern EXPONENT = Pattern.compile("[0-9](\\.[0-9]{1,15})?E\\+?[0-9]{1,2}");
  private static final String DASHES = "-‐‑‒–—―−ーｰ";

  private WrittenNumber() {}

  /**
   * Without width, spaces, dashes, and the {@code .0} or the exponent of a spreadsheet. An exponent
   * that has cost digits stays as it is: nobody knows them any more.
   */
  static String plain(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space && DASHES.indexOf(c) < 0) {
        kept.append(c);
      }
    }
    String plain = kept.toString();
    if (plain.indexOf('.') < 0 && plain.indexOf('E') < 0) {
      return plain;
    }
    var fraction = FRACTION.matcher(plain);
    if (fraction.matches()) {
      return fraction.group(1);
    }
    return lostDigits(plain) || !isExponent(plain)
        ? plain
        : new BigDecimal(plain).toBigInteger().toString();
  }

  /** Whether a spreadsheet has written it with an exponent and fewer digits than the number had. */
  static boolean lostDigits(String plain) {
    if (!isExponent(plain)) {
      return false;
    }
    int point = plain.indexOf('.');
    int exponent = plain.indexOf('E');
    int decimals = point < 0 ? 0 : exponent - point - 1;
    return decimals != Integer.parseInt(plain.substring(exponent + 1));
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isExponent(String plain) {
    return EXPONENT.matcher(plain).matches();
  }
}
