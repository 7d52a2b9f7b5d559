package org.todoke.registry.importing.rows;

import org.jspecify.annotations.Nullable;

/**
 * One thing found in one cell, or in a row as a whole.
 *
 * @param column the header as the file has it; empty for a row as a whole
 * @param code see {@link Reason#code()}
 * @param raw what stands in the file
 * @param repaired what was taken instead; empty if the cell was emptied, null if nothing was
 *     repaired
 */
public record Finding(
    String column, String code, String raw, @Nullable String repaired, Outcome severity) {

  static Finding of(Reason reason, String column, String raw, @Nullable String repaired) {
    return new Finding(column, reason.code(), raw, repaired, reason.severity());
  }

  /** Without the values, which may be telephone numbers: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "Finding[column=" + column + ", code=" + code + ", severity=" + severity + "]";
  }
}
