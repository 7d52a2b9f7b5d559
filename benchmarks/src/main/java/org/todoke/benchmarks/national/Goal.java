package org.todoke.benchmarks.national;

import java.util.List;
import java.util.Locale;

/**
 * What is to be reached, and whether it was.
 *
 * @param measured not a number where it could not be
 */
record Goal(String name, double measured, Sense sense, double bound, String unit) {

  /** On which side of the bound it has to be. */
  enum Sense {
    AT_MOST("at most"),
    BELOW("below"),
    AT_LEAST("at least");

    private final String words;

    Sense(String words) {
      this.words = words;
    }
  }

  /** What was not measured is not met. */
  boolean isMet() {
    return switch (sense) {
      case AT_MOST -> measured <= bound;
      case BELOW -> measured < bound;
      case AT_LEAST -> measured >= bound;
    };
  }

  String verdict() {
    return Double.isNaN(measured) ? "not measured" : isMet() ? "met" : "missed";
  }

  String wanted() {
    return sense.words + " " + number(bound) + " " + unit;
  }

  String found() {
    return Double.isNaN(measured) ? "-" : number(measured) + " " + unit;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }

  /** Those of the whole nation, of which a part of it can only give an idea. */
  static List<Goal> of(NationalFigures figures) {
    return List.of(
        new Goal(
            "cascade against bare INSERT + produce",
            figures.timesBaselines(),
            Sense.AT_MOST,
            3,
            "x"),
        new Goal(
            "acknowledgements against bare commits",
            figures.partOfCommits(),
            Sense.AT_LEAST,
            0.5,
            "x"),
        new Goal(
            "p99 of the slowest status query during the storm",
            figures.unanswered() > 0 ? Double.NaN : figures.worstStatusP99(),
            Sense.BELOW,
            50,
            "ms"),
        new Goal(
            "age of the figures during the storm, p95",
            figures.storm().ages().at(95) / 1000,
            Sense.AT_MOST,
            2,
            "s"),
        new Goal("largest heap of a service", figures.largestHeapMiB(), Sense.AT_MOST, 512, "MiB"),
        new Goal(
            "a delivery by Flowable against one of the cascade",
            figures.timesFlowable(),
            Sense.AT_LEAST,
            50,
            "x"));
  }

  /** That it grows in line: what one delivery costs at each size. */
  static List<Goal> ofScales(List<NationalFigures> runs) {
    return List.of(
        new Goal(
            "time for a delivery, largest against smallest",
            Ratios.spread(runs.stream().map(r -> r.cascade().times().microsPerDelivery()).toList()),
            Sense.AT_MOST,
            1.3,
            "x"),
        new Goal(
            "CPU for a delivery, largest against smallest",
            Ratios.spread(runs.stream().map(r -> r.cascade().cpuSecondsPerThousand()).toList()),
            Sense.AT_MOST,
            1.3,
            "x"));
  }
}
