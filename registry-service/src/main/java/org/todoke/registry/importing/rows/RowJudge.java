package org.todoke.registry.importing.rows;

import java.util.List;
import org.todoke.registry.importing.reading.Layout;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.SourceFormat;

/**
 * Judges the rows of one file, one at a time and each for itself: whether two rows are of the same
 * service is for whoever sees them all. Remembers what it has read, so it is of one thread and one
 * file, and its memory is bounded.
 */
public final class RowJudge {

  private final Layout layout;
  private final EstablishmentRows establishments;
  private final CorporationRows corporations;

  /** One for the rows of a file with this layout. */
  public RowJudge(ReferenceKnowledge knowledge, Layout layout) {
    this.layout = layout;
    PlaceNames names = new PlaceNames(knowledge);
    this.establishments = new EstablishmentRows(knowledge, names, layout);
    this.corporations = new CorporationRows(knowledge, names);
  }

  /** What becomes of a row. Never throws for what stands in it. */
  public JudgedRow judge(RawRow raw) {
    CurrentRow row = new CurrentRow(layout, raw);
    if (hasWrongShape(row)) {
      return JudgedRow.of(row.line(), row.findings(), List.of(), null, row.cells());
    }
    return layout.format() == SourceFormat.NTA_CORPORATE_NUMBERS
        ? corporations.judge(row)
        : establishments.judge(row);
  }

  /**
   * Whether cells are missing or too many, so that nobody knows which is which. A row that only
   * lacks cells at its end, behind everything that a row has to have, is taken with a warning.
   */
  private boolean hasWrongShape(CurrentRow row) {
    int expected = layout.headers().size();
    List<String> cells = row.cells();
    for (int i = expected; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        row.find(Reason.TOO_MANY_CELLS, cells.size() + " > " + expected);
        return true;
      }
    }
    if (cells.size() >= expected) {
      return false;
    }
    boolean usable =
        layout.format() != SourceFormat.NTA_CORPORATE_NUMBERS
            && cells.size() > EstablishmentRows.lastRequired(layout);
    row.find(usable ? Reason.SHORT_ROW : Reason.TOO_FEW_CELLS, cells.size() + " < " + expected);
    return !usable;
  }
}
