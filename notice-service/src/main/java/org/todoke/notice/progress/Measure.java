package org.todoke.notice.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is counted of the organisations of one tier below a node; the columns of the view {@code
 * progress_part}, and what only the due dates tell.
 */
enum Measure {
  ADDRESSED,
  EXCUSED_CLOSED,
  EXCUSED_NOT_CONCERNED,
  EXCUSED_WRONG_ADDRESSEE,
  EXCUSED_OMITTED,
  REACHED,
  ACKNOWLEDGED,
  WITH_CHILDREN,
  FORWARDED,
  FINALIZED,
  ASKED,
  ANSWERED,
  COMPLIANT,
  PARTIALLY_COMPLIANT,
  NON_COMPLIANT,
  NOT_APPLICABLE,
  NOT_ASSESSED,
  REMEDIATION_OPEN,
  REMEDIATED,
  EXPECTED_BY_A_DATE(Column.EXPECTED, "due_on < 'infinity'"),
  ASKED_BY_A_DATE("asked", "due_on < 'infinity'"),
  ANSWERED_ON_TIME("answered_on_time", "due_on < 'infinity'"),
  OVERDUE(Column.EXPECTED + " - fulfilled", "due_on < :today");

  /** Constants of an enum cannot use its own. */
  private static final class Column {
    static final String EXPECTED =
        "addressed - excused_closed - excused_not_concerned - excused_wrong_addressee"
            + " - excused_omitted";
  }

  private final String sum;

  Measure() {
    this.sum = "coalesce(sum(" + name().toLowerCase(Locale.ROOT) + "), 0)";
  }

  Measure(String what, String when) {
    this.sum = "coalesce(sum(%s) filter (where %s), 0)".formatted(what, when);
  }

  /** What {@link #sums()} calls them, in order. */
  static String names(String alias) {
    return Arrays.stream(values())
        .map(m -> alias + "." + m.columnName())
        .collect(Collectors.joining(", "));
  }

  /** The sums of all measures in order, for a select list; mentions {@code :today}. */
  static String sums() {
    return Arrays.stream(values())
        .map(m -> m.sum + " as " + m.columnName())
        .collect(Collectors.joining(",\n  "));
  }

  private String columnName() {
    return "n_" + name().toLowerCase(Locale.ROOT);
  }
}
