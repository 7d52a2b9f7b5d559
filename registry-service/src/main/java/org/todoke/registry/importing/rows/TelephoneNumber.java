package org.todoke.registry.importing.rows;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Brings telephone numbers into the form that {@code ContactDetails} stores, without the patterns
 * that would take most of the time of an import: 0 and nine or ten more digits in up to three
 * groups, with an extension where there is one.
 */
final class TelephoneNumber {

  private static final String EXTENSION = "内線";
  private static final int FEWEST_DIGITS = 10;
  private static final int MOST_DIGITS = 11;
  private static final int MOST_OF_FIRST_GROUP = 5;
  private static final int MOST_OF_GROUP = 4;
  private static final int MOST_GROUPS = 3;
  private static final int MOST_OF_EXTENSION = 6;

  private TelephoneNumber() {}

  /** The number in its one form; null where what is written is not surely one. */
  static @Nullable String of(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
    String extension = "";
    int at = plain.indexOf(EXTENSION);
    if (at >= 0) {
      String digits = digitsOnly(plain.substring(at + EXTENSION.length()));
      if (digits.isEmpty() || digits.length() > MOST_OF_EXTENSION) {
        return null;
      }
      extension = "(" + EXTENSION + digits + ")";
      plain = plain.substring(0, at);
    }
    String number = grouped(plain);
    return isNumber(number) ? number + extension : null;
  }

  /** With the extension that a column of its own gives; null as above. */
  static @Nullable String of(String written, String extension) {
    String digits = digitsOnly(Normalizer.normalize(extension, Normalizer.Form.NFKC));
    return digits.isEmpty() ? of(written) : of(written + EXTENSION + digits);
  }

  /** Digits with single hyphens; brackets and points count as hyphens, anything else spoils it. */
  private static String grouped(String plain) {
    StringBuilder number = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9') {
        if (gap && !number.isEmpty()) {
          number.append('-');
        }
        gap = false;
        number.append(c);
      } else if (Dashes.isDash(c) || c == '(' || c == ')' || c == '.') {
        gap = true;
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return "";
      }
    }
    return number.toString();
  }

  private static boolean isNumber(String number) {
    if (number.isEmpty() || number.charAt(0) != '0') {
      return false;
    }
    int digits = 0;
    int groups = 1;
    int ofGroup = 0;
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) != '-') {
        digits++;
        ofGroup++;
        continue;
      }
      if (groups == 1 && (ofGroup < 2 || ofGroup > MOST_OF_FIRST_GROUP)
          || groups > 1 && ofGroup > MOST_OF_GROUP) {
        return false;
      }
      groups++;
      ofGroup = 0;
    }
    return digits >= FEWEST_DIGITS
        && digits <= MOST_DIGITS
        && groups <= MOST_GROUPS
        && (groups == 1 || ofGroup <= MOST_OF_GROUP);
  }

  private static String digitsOnly(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (Character.isLetter(c)) {
        return "";
      }
    }
    return digits.toString();
  }
}
