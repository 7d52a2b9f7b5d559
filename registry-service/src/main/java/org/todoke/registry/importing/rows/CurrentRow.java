package org.todoke.registry.importing.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.reading.Column;
import org.todoke.registry.importing.reading.Layout;
import org.todoke.registry.importing.reading.RawRow;

/** The row that is being judged, and what has been found in it so far. */
final class CurrentRow {

  private final Layout layout;
  private final RawRow row;
  private final List<Finding> findings = new ArrayList<>(2);

  CurrentRow(Layout layout, RawRow row) {
    this.layout = layout;
    this.row = row;
    for (RawRow.CellMark mark : row.marks()) {
      Reason reason =
          switch (mark.mark()) {
            case FORMULA -> Reason.FORMULA;
            case DATE -> Reason.DATE_CELL;
            case ERROR -> Reason.ERROR_CELL;
          };
      findings.add(Finding.of(reason, headerAt(mark.column()), mark.written(), null));
    }
  }

  int line() {
    return row.line();
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> cells() {
    return row.cells();
  }

  /** What stands there; empty where the row or the file has no such cell. */
  String raw(Column column) {
    return raw(layout.position(column));
  }

  String raw(int position) {
    return position >= 0 && position < row.cells().size() ? row.cells().get(position) : "";
  }

  /** The first of the columns that says something, or the first of all. */
  Column firstFilled(Column column, Column otherwise) {
    return raw(column).isBlank() && !raw(otherwise).isBlank() ? otherwise : column;
  }

  /** The plain text of a cell; what is odd about its characters is found. */
  String text(Column column) {
    return text(layout.position(column));
  }

  String text(int position) {
    String raw = raw(position);
    String plain = PlainText.of(raw);
    if (!PlainText.isPlain(raw)) {
      lookAtCharacters(raw, plain, headerAt(position));
    }
    return plain;
  }

  /** The same, and null for a cell that says nothing. */
  @Nullable String textOrNull(Column column) {
    String text = text(column);
    return text.isEmpty() ? null : text;
  }

  /** Untouched, and null for a cell that says nothing. */
  @Nullable String rawOrNull(Column column) {
    String raw = raw(column);
    return raw.isBlank() ? null : raw;
  }

  private void lookAtCharacters(String raw, String plain, String header) {
    if (PlainText.hasRadical(raw)) {
      findings.add(Finding.of(Reason.RADICAL, header, raw, plain));
    }
    if (plain.indexOf('\ufffd') >= 0) {
      findings.add(Finding.of(Reason.REPLACEMENT_CHARACTER, header, raw, null));
    }
    if (PlainText.hasPrivateCharacter(raw)) {
      findings.add(Finding.of(Reason.PRIVATE_CHARACTER, header, raw, null));
    }
  }

  void find(Reason reason, Column column) {
    find(reason, column, null);
  }

  void find(Reason reason, Column column, @Nullable String repaired) {
    findings.add(Finding.of(reason, layout.header(column), raw(column), repaired));
  }

  void find(Reason reason, int position, @Nullable String repaired) {
    findings.add(Finding.of(reason, headerAt(position), raw(position), repaired));
  }

  /** About the row as a whole. */
  void find(Reason reason, String raw) {
    findings.add(Finding.of(reason, "", raw, null));
  }

  void findAll(List<Finding> more) {
    findings.addAll(more);
  }

  boolean isRejected() {
    for (Finding finding : findings) {
      if (finding.severity() == Outcome.REJECTED) {
        return true;
      }
    }
    return false;
  }

  Map<String, String> extras() {
    if (layout.extras().isEmpty()) {
      return Map.of();
    }
    Map<String, String> extras = new HashMap<>();
    for (int position : layout.extras()) {
      String raw = raw(position);
      if (!raw.isBlank()) {
        extras.put(layout.headers().get(position), raw);
      }
    }
    return Map.copyOf(extras);
  }

  private String headerAt(int position) {
    return position >= 0 && position < layout.headers().size()
        ? layout.headers().get(position)
        : "";
  }
}
