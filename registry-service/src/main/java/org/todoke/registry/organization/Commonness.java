package org.todoke.registry.organization;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many organisations may have the words of a question, told apart where it decides how they are
 * looked for. What few have is taken from the index of pairs and sorted; what many have is met soon
 * enough by walking in the order of the codes. The planner cannot know: it takes the pairs of a
 * word for independent of each other, and thinks a long and common word rare.
 *
 * @param establishments whether about {@link #FEW} of them or more have the words
 * @param others as {@code establishments}, of all other kinds
 */
record Commonness(boolean establishments, boolean others) {

  /**
   * Where both ways cost about the same at national size: 2,000 rows to be fetched and sorted, or a
   * walk past a hundred rows for each of a page of fifty.
   */
  static final int FEW = 2_000;

  /** For what is asked within a place so small that it is read through. */
  static final Commonness IRRELEVANT = new Commonness(true, true);

  /** One page of the table in a hundred, always the same ones, so that they stay in memory. */
  private static final int PERCENT = 1;

  static String sql(List<String> words) {
    return """
        select count(*) filter (where o.kind = 'establishment'),
               count(*) filter (where o.kind <> 'establishment')
          from organization o tablesample system (%d) repeatable (1)
         where
        """
            .formatted(PERCENT)
        + IntStream.range(0, words.size())
            .mapToObj(i -> "strpos(o.search_key, :word" + i + ") > 0")
            .collect(Collectors.joining(" and "));
  }

  static Commonness ofSample(Number establishments, Number others) {
    return new Commonness(isMany(establishments), isMany(others));
  }

  private static boolean isMany(Number inSample) {
    return inSample.longValue() * 100 / PERCENT >= FEW;
  }
}
