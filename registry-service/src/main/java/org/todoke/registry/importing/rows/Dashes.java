package org.todoke.registry.importing.rows;

/** The many characters that are typed for a hyphen between digits. */
final class Dashes {

  private static final String DASHES = "-‐‑‒–—―−ー⁻₋─";

  private Dashes() {}

  static boolean isDash(char c) {
    return DASHES.indexOf(c) >= 0;
  }

  /** The text with hyphens for whatever stands between two digits as one; nowhere else. */
  static String unifiedBetweenDigits(String text) {
    StringBuilder unified = null;
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c > 0x7f && isDash(c) && isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1))) {
        if (unified == null) {
          unified = new StringBuilder(text);
        }
        unified.setCharAt(i, '-');
      }
    }
    return unified == null ? text : unified.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
