package org.todoke.registry.importing.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and what was made of it.
 *
 * @param line where it begins in the file, from 1
 * @param outcome that of the gravest finding
 * @param services one for each service that the row names, all of one establishment; none of a row
 *     that is rejected or from a list of corporations
 * @param corporation null unless the row is from a list of corporations and was not rejected
 * @param cells the cells as they stand in the file
 */
public record JudgedRow(
    int line,
    Outcome outcome,
    List<Finding> findings,
    List<ListedService> services,
    @Nullable ListedCorporation corporation,
    List<String> cells) {

  static JudgedRow of(
      int line,
      List<Finding> findings,
      List<ListedService> services,
      @Nullable ListedCorporation corporation,
      List<String> cells) {
    Outcome outcome = Outcome.ACCEPTED;
    for (Finding finding : findings) {
      outcome = outcome.worse(finding.severity());
    }
    boolean rejected = outcome == Outcome.REJECTED;
    return new JudgedRow(
        line,
        outcome,
        List.copyOf(findings),
        rejected ? List.of() : List.copyOf(services),
        rejected ? null : corporation,
        cells);
  }

  /** Without what stands in the row: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "JudgedRow[line=" + line + ", outcome=" + outcome + "]";
  }
}
