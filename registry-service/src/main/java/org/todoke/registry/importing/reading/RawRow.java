package org.todoke.registry.importing.reading;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line where it begins: the line of a text file, the row of a sheet, both from 1
 * @param cells what its cells say, untouched; as many as the row has, which may be fewer or more
 *     than there are headers
 * @param marks what a cell is beside its text; nearly always none
 */
public record RawRow(int line, List<String> cells, List<CellMark> marks) {

  /** What a cell of a sheet is. */
  public enum Mark {
    /** Calculated; the text is what was calculated last. */
    FORMULA,
    /** A date; the text is in ISO 8601. */
    DATE,
    /** An error of the spreadsheet, such as {@code #N/A}; the text is empty. */
    ERROR
  }

  /**
   * A mark on a cell.
   *
   * @param column counted from 0
   * @param written what the sheet holds there
   */
  public record CellMark(int column, Mark mark, String written) {}

  boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Whether only one of the cells says anything, as in a title or in a line about the version. */
  boolean isLone() {
    int filled = 0;
    for (String cell : cells) {
      if (!cell.isBlank() && ++filled > 1) {
        return false;
      }
    }
    return filled == 1;
  }

  /** Without the cells: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "RawRow[line=" + line + "]";
  }
}
