package org.todoke.registry.export;

import org.jspecify.annotations.Nullable;

/** What a cell of a file may hold. */
final class Cells {

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  private Cells() {}

  /**
   * The text as a spreadsheet shows it and never computes it: where it would begin a formula, an
   * apostrophe goes before it, which the spreadsheet takes for the mark of a text.
   */
  static String safe(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
