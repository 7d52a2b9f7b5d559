package org.todoke.stack;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: the first column to the left, the others to the right. */
public final class TextTable {

  private static final int BETWEEN = 2;

  private final String indent;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param indent before every line
   */
  public TextTable(String indent, String... headings) {
    this.indent = indent;
    rows.add(List.of(headings));
  }

  /** Cells that are missing at the end stay empty. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public void print(PrintStream out) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      out.println(line(row, widths));
    }
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      String space = " ".repeat(widths[i] - width(cell));
      line.append(i == 0 ? cell + space : " ".repeat(BETWEEN) + space + cell);
    }
    return line.toString().stripTrailing();
  }

  /** Columns of a terminal: Japanese characters take two, those of half width one. */
  static int width(String text) {
    return text.codePoints().map(c -> c < 0x2000 || (c >= 0xFF61 && c <= 0xFF9F) ? 1 : 2).sum();
  }
}
