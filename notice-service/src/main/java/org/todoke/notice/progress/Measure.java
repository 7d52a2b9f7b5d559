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
  OVERDUE(Column.EXPECTED + " - fulfilled", "due_on < :today"),
  /**
   * 1 if anybody of the tier was attempted at all: without, nobody can say that all are reachable.
   */
  ATTEMPTED(Column.ATTEMPTED),
  UNREACHABLE(Column.UNREACHABLE);

  /** Constants of an enum cannot use its own. */
  private static final class Column {
    static final String EXPECTED =
        "addressed - excused_closed - excused_not_concerned - excused_wrong_addressee"
            + " - excused_omitted";

    /** Whether the tier was attempted anywhere, as 1 or 0. */
    static final String ATTEMPTED =
        "(select count(*) from attempted_tier t"
            + " where t.notice_id = :notice and t.tier = p.tier)";

    /** Those few are counted anew for each question: nothing is kept up for them. */
    static final String UNREACHABLE =
        "coalesce((select u.n from unreachable u where u.node = <node> and u.tier = p.tier), 0)";
  }

  private final String sum;

  Measure() {
    this.sum = "coalesce(sum(" + name().toLowerCase(Locale.ROOT) + "), 0)";
  }

  Measure(String whole) {
    this.sum = whole;
  }

  Measure(String what, String when) {
    this.sum = "coalesce(sum(%s) filter (where %s), 0)".formatted(what, when);
  }

  /** What {@link #sums(String)} calls them, in order. */
  static String names(String alias) {
    return Arrays.stream(values())
        .map(m -> alias + "." + m.columnName())
        .collect(Collectors.joining(", "));
  }

  /**
   * For the sums: who could not be reached, by node and tier; a row of {@code with}. Mentions
   * {@code :notice}.
   */
  static final String UNREACHABLE_BY_NODE =
      """
      unreachable as materialized (
        select b.node, b.tier, count(*) as n from unreachable_below b
        where b.notice_id = :notice
        group by b.node, b.tier
      )
      """;

  /**
   * The sums of all measures in order, for a select list from {@code p}; mentions {@code :today}.
   *
   * @param node SQL for the node of a row, as {@code unreachable_below} names it
   */
  static String sums(String node) {
    return Arrays.stream(values())
        .map(m -> m.sum.replace("<node>", node) + " as " + m.columnName())
        .collect(Collectors.joining(",\n  "));
  }

  private String columnName() {
    return "n_" + name().toLowerCase(Locale.ROOT);
  }
}
