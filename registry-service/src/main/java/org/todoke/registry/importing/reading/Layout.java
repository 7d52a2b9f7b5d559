package org.todoke.registry.importing.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which column of a file is which. */
public final class Layout {

  private static final int ABSENT = -1;

  private final SourceFormat format;
  private final List<String> headers;
  private final int[] positions = new int[Column.values().length];
  private final List<Integer> extras = new ArrayList<>();
  private final List<String> duplicates = new ArrayList<>();

  private Layout(SourceFormat format, List<String> headers) {
    this.format = format;
    this.headers = List.copyOf(headers);
    Arrays.fill(positions, ABSENT);
  }

  /** That of a file with a header row; of two columns with one meaning the first counts. */
  public static Layout of(SourceFormat format, List<String> headers) {
    Layout layout = new Layout(format, headers.stream().map(String::strip).toList());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < headers.size(); i++) {
      String key = Column.key(headers.get(i));
      Column column = Column.of(key);
      if (key.isEmpty()) {
        continue;
      }
      boolean taken = column != null && layout.has(column);
      if (!seen.add(key) || taken) {
        layout.duplicates.add(layout.headers.get(i));
      } else if (column != null) {
        layout.positions[column.ordinal()] = i;
      } else {
        layout.extras.add(i);
      }
    }
    return layout;
  }

  static Layout ofCorporateNumbers() {
    return new Layout(
        SourceFormat.NTA_CORPORATE_NUMBERS, SourceFormat.NTA_CORPORATE_NUMBERS.headers());
  }

  public SourceFormat format() {
    return format;
  }

  /** As they stand in the file, or the published names where it has none. */
  public List<String> headers() {
    return headers;
  }

  public boolean has(Column column) {
    return positions[column.ordinal()] != ABSENT;
  }

  /** Counted from 0; negative if the file has no such column. */
  public int position(Column column) {
    return positions[column.ordinal()];
  }

  /** The header of the column as the file has it, or else as it is usually called. */
  public String header(Column column) {
    return has(column) ? headers.get(position(column)) : column.usualHeader();
  }

  /** The positions of the columns that nobody asked for, kept by name. */
  public List<Integer> extras() {
    return List.copyOf(extras);
  }

  /** The headers that say again what a column before them says; what is below them is not read. */
  public List<String> duplicates() {
    return List.copyOf(duplicates);
  }
}
