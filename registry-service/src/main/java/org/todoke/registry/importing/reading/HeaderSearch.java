package org.todoke.registry.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.number.CorporateNumber;

/**
 * Finds in the first rows of a file where the header is and what layout it has.
 *
 * @param layout which column is which
 * @param first the index, among the rows looked at, of the first row of data
 * @param notes what stands above it
 */
record HeaderSearch(Layout layout, int first, List<FileNote> notes) {

  /** Titles and dates stand above a header, but never more than a few of them. */
  static final int ROWS = 5;

  /** One name alone may be a title that happens to be a word of ours. */
  private static final int FEWEST_KNOWN = 2;

  private static final int SHOWN_HEADERS = 40;
  private static final int SHOWN_CHARACTERS = 40;

  private static final int CORPORATE_NUMBER = 1;
  private static final int UPDATED = 4;

  /** 最終更新年月日, 総件数, 分割番号, 分割数: what the Web-API sends ahead of its rows. */
  private static final int COLUMNS_OF_THE_COUNT = 4;

  /**
   * Looks at the first {@link #ROWS} rows.
   *
   * @throws org.todoke.web.Refusal {@code file.empty}, {@code file.format-unknown} or {@code
   *     file.columns-missing}
   */
  static HeaderSearch in(List<RawRow> start) {
    List<RawRow> filled = start.stream().filter(row -> !row.isBlank()).toList();
    if (filled.isEmpty()) {
      throw FileRefusal.unreadable("file.empty");
    }
    HeaderSearch corporations = corporations(start, filled);
    return corporations == null ? establishments(start, filled) : corporations;
  }

  private static @Nullable HeaderSearch corporations(List<RawRow> start, List<RawRow> filled) {
    RawRow first = filled.get(0);
    if (isCorporation(first)) {
      return new HeaderSearch(Layout.ofCorporateNumbers(), start.indexOf(first), List.of());
    }
    if (filled.size() > 1 && isCount(first) && isCorporation(filled.get(1))) {
      FileNote note =
          new FileNote("file.count-line", first.line(), String.join(",", first.cells()));
      return new HeaderSearch(
          Layout.ofCorporateNumbers(), start.indexOf(filled.get(1)), List.of(note));
    }
    return null;
  }

  private static boolean isCorporation(RawRow row) {
    return row.cells().size() == SourceFormat.NTA_CORPORATE_NUMBERS.headers().size()
        && CorporateNumber.isValid(row.cells().get(CORPORATE_NUMBER).strip())
        && isDay(row.cells().get(UPDATED).strip());
  }

  private static boolean isCount(RawRow row) {
    return row.cells().size() == COLUMNS_OF_THE_COUNT && isDay(row.cells().get(0).strip());
  }

  private static boolean isDay(String text) {
    return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  private static HeaderSearch establishments(List<RawRow> start, List<RawRow> filled) {
    RawRow header =
        filled.stream()
            .max(Comparator.comparingLong(HeaderSearch::known).thenComparing(r -> -r.line()))
            .orElseThrow();
    if (known(header) < FEWEST_KNOWN) {
      throw FileRefusal.unreadable("file.format-unknown", shown(filled.get(0).cells()));
    }
    Layout layout = Layout.of(formatOf(header.cells()), header.cells());
    requireColumns(layout);
    List<FileNote> notes = new ArrayList<>();
    filled.stream()
        .filter(row -> row.line() < header.line())
        .map(row -> new FileNote("file.title-line", row.line(), shown(row.cells())))
        .forEach(notes::add);
    layout.duplicates().stream()
        .map(name -> new FileNote("header.duplicate", header.line(), name))
        .forEach(notes::add);
    layout.extras().stream()
        .map(i -> new FileNote("header.unknown", header.line(), layout.headers().get(i)))
        .forEach(notes::add);
    return new HeaderSearch(layout, start.indexOf(header) + 1, List.copyOf(notes));
  }

  private static long known(RawRow row) {
    return row.cells().stream().map(Column::of).filter(c -> c != null).distinct().count();
  }

  /**
   * The layout that has most of the headers; a file that mixes two is read as either all the same.
   */
  private static SourceFormat formatOf(List<String> headers) {
    return Stream.of(
            SourceFormat.MHLW_OPEN_DATA,
            SourceFormat.RECOMMENDED_DATA_SET,
            SourceFormat.MUNICIPAL_STANDARD)
        .max(
            Comparator.comparingInt((SourceFormat format) -> format.hits(headers))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static void requireColumns(Layout layout) {
    Set<Column> missing = EnumSet.noneOf(Column.class);
    for (Column column : List.of(Column.ESTABLISHMENT_NUMBER, Column.NAME, Column.SERVICE)) {
      if (!layout.has(column)) {
        missing.add(column);
      }
    }
    boolean placed =
        layout.has(Column.MUNICIPALITY_CODE)
            || layout.has(Column.ADDRESS_CODE)
            || layout.has(Column.PREFECTURE) && layout.has(Column.MUNICIPALITY);
    if (!placed) {
      missing.add(Column.MUNICIPALITY_CODE);
    }
    if (!missing.isEmpty()) {
      String names = missing.stream().map(Column::usualHeader).collect(Collectors.joining(", "));
      throw FileRefusal.unreadable("file.columns-missing", names, shown(layout.headers()));
    }
  }

  private static String shown(List<String> cells) {
    String shown =
        cells.stream()
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .limit(SHOWN_HEADERS)
            .map(cell -> cell.substring(0, Math.min(SHOWN_CHARACTERS, cell.length())))
            .collect(Collectors.joining(", "));
    return cells.size() > SHOWN_HEADERS ? shown + ", …" : shown;
  }
}
