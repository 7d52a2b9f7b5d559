package org.todoke.registry.organization;

/**
 * How many organisations may have the words of a question, told apart where it decides how they are
 * looked for. What few have is taken from the index of pairs and sorted; what many have is met soon
 * enough by walking in the order of the codes. The planner cannot know: it takes the pairs of a
 * word for independent of each other, and thinks a long and common word rare.
 *
 * @param establishments whether more than {@link #FEW} of them have the pairs of the words
 * @param others as {@code establishments}, of all other kinds
 */
record Commonness(boolean establishments, boolean others) {

  /**
   * Where both ways cost about the same at national size: 2,000 rows to be fetched and sorted, or a
   * walk past a hundred rows for each of a page of fifty.
   */
  static final int FEW = 2_000;

  /** Counts no further than it has to. */
  static final String SQL =
      """
      select (select count(*) from (
                select from organization
                 where kind = 'establishment' and search @@ cast(:pairs as tsquery)
                 limit :bound) as e),
             (select count(*) from (
                select from organization
                 where kind <> 'establishment' and search @@ cast(:pairs as tsquery)
                 limit :bound) as o)""";

  /** For what is asked within a place so small that it is read through. */
  static final Commonness IRRELEVANT = new Commonness(true, true);
}
