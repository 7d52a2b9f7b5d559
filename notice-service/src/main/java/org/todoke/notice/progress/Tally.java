package org.todoke.notice.progress;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.todoke.contracts.ExcuseReason;

/** The measures of one tier below one node, as they were counted. */
record Tally(Map<Measure, Long> counts) {

  Tally {
    counts = Map.copyOf(counts);
  }

  /**
   * @param row holds the measures in their order from the given position on
   */
  static Tally of(Object[] row, int first) {
    var counts = new EnumMap<Measure, Long>(Measure.class);
    for (Measure measure : Measure.values()) {
      counts.put(measure, ((Number) row[first + measure.ordinal()]).longValue());
    }
    return new Tally(counts);
  }

  long get(Measure measure) {
    return counts.getOrDefault(measure, 0L);
  }

  /** Left out by a fact, by reason; reasons that occurred only. */
  Map<String, Long> excused() {
    var excused = new LinkedHashMap<String, Long>();
    for (ExcuseReason reason : ExcuseReason.values()) {
      long n =
          get(
              switch (reason) {
                case CLOSED -> Measure.EXCUSED_CLOSED;
                case NOT_CONCERNED -> Measure.EXCUSED_NOT_CONCERNED;
                case WRONG_ADDRESSEE -> Measure.EXCUSED_WRONG_ADDRESSEE;
                case OMITTED -> Measure.EXCUSED_OMITTED;
              });
      if (n != 0) {
        excused.put(reason.wireName(), n);
      }
    }
    return excused;
  }

  /** The denominator: addressed and not excused. */
  long expected() {
    return get(Measure.ADDRESSED) - excused().values().stream().mapToLong(Long::longValue).sum();
  }
}
