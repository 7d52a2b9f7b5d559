package org.todoke.benchmarks.nation;

/** Which list of the same nation. */
public enum Edition {
  /** As of the end of a year. */
  FIRST,
  /**
   * As of the end of the next June: 2 % of the establishments are no longer listed, 3 % are
   * renamed, moved or changed, and as many as 1.5 % are new.
   */
  HALF_YEAR_LATER
}
