package org.todoke.registry.importing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of data of one file, in one pass and in bounded memory. */
public final class RowSource implements Closeable {

  /** So many lines about the version or the like may stand below the last row. */
  private static final int MOST_CLOSING_LINES = 5;

  private final RawRows rows;
  private final Bounds bounds;
  private final Layout layout;
  private final List<FileNote> notes;
  private final Deque<RawRow> ready = new ArrayDeque<>();
  private final Deque<RawRow> lone = new ArrayDeque<>();
  private @Nullable RawRow last;
  private boolean done;
  private int count;
  private int emptyLines;
  private int firstEmptyLine;

  private RowSource(RawRows rows, Bounds bounds, HeaderSearch header) {
    this.rows = rows;
    this.bounds = bounds;
    this.layout = header.layout();
    this.notes = new ArrayList<>(header.notes());
  }

  static RowSource of(RawRows rows, Bounds bounds) {
    List<RawRow> start = new ArrayList<>();
    for (int i = 0; i < HeaderSearch.ROWS; i++) {
      RawRow row = rows.next();
      if (row == null) {
        break;
      }
      start.add(row);
    }
    HeaderSearch header = HeaderSearch.in(start);
    RowSource source = new RowSource(rows, bounds, header);
    start.subList(header.first(), start.size()).forEach(source::sort);
    return source;
  }

  public Layout layout() {
    return layout;
  }

  /**
   * The next row of data; null behind the last one. Empty lines are passed over, and so are lines
   * with a single cell below the last row.
   *
   * @throws org.todoke.web.Refusal {@code file.truncated}, {@code file.line-too-long}, {@code
   *     file.cell-too-long}, {@code file.too-many-columns}, {@code file.too-many-rows}, {@code
   *     file.encoding-wrong} or {@code file.workbook-unreadable}: nothing that was read before may
   *     be used then
   */
  public @Nullable RawRow next() {
    while (ready.isEmpty() && !done) {
      RawRow row = rows.next();
      if (row == null) {
        finish();
      } else {
        sort(row);
      }
    }
    RawRow row = ready.poll();
    if (row != null && ++count > bounds.rows()) {
      throw FileRefusal.tooLarge("file.too-many-rows", bounds.rows());
    }
    return row;
  }

  /** How many rows were given so far. */
  public int count() {
    return count;
  }

  /** What was passed over; complete once {@link #next()} has given null. */
  public List<FileNote> notes() {
    return List.copyOf(notes);
  }

  private void sort(RawRow row) {
    if (row.isBlank()) {
      firstEmptyLine = emptyLines++ == 0 ? row.line() : firstEmptyLine;
      return;
    }
    last = row;
    if (row.isLone() && lone.size() < MOST_CLOSING_LINES) {
      lone.add(row);
      return;
    }
    while (!lone.isEmpty()) {
      ready.add(widened(lone.remove()));
    }
    ready.add(widened(row));
  }

  private void finish() {
    done = true;
    if (last != null && isCutOff(last)) {
      throw FileRefusal.truncated(last.line());
    }
    lone.forEach(row -> notes.add(new FileNote("file.closing-line", row.line(), text(row))));
    if (emptyLines > 0) {
      notes.add(new FileNote("file.empty-lines", firstEmptyLine, String.valueOf(emptyLines)));
    }
  }

  /** A version has letters; a single cell of digits is the beginning of a row. */
  private boolean isCutOff(RawRow row) {
    return rows.endsWithinALine()
        && row.cells().size() < layout.headers().size()
        && (!row.isLone() || text(row).chars().allMatch(Character::isDigit));
  }

  private static String text(RawRow row) {
    return String.join("", row.cells()).strip();
  }

  /** A sheet stores no empty cells; in a text file a row that is short has lost something. */
  private RawRow widened(RawRow row) {
    if (!rows.leavesOutEmptyCells() || row.cells().size() >= layout.headers().size()) {
      return row;
    }
    List<String> cells = new ArrayList<>(row.cells());
    cells.addAll(Collections.nCopies(layout.headers().size() - cells.size(), ""));
    return new RawRow(row.line(), Collections.unmodifiableList(cells), row.marks());
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
