package org.todoke.benchmarks.national;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.baseline.CommitLoop;
import org.todoke.benchmarks.baseline.FlowableBaseline;
import org.todoke.benchmarks.baseline.InsertBaseline;
import org.todoke.benchmarks.measure.Machine;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.nation.NationSize;

/**
 * All that one run has measured.
 *
 * @param corporations how they passed it on
 */
record NationalFigures(
    Machine machine,
    NationSize size,
    NationalSettings.Load load,
    String corporations,
    Cascade cascade,
    Storm storm,
    Baselines baselines,
    Map<String, Long> heapMiB,
    Soundness soundness,
    long peakMemoryMiB) {

  /**
   * @param cpu seconds of each part until nothing was left to do
   * @param grown what came onto the disk meanwhile
   * @param status questions asked meanwhile
   */
  record Cascade(
      CascadeTimes times,
      Map<String, Double> cpu,
      double callersCpu,
      Footprint grown,
      List<StatusLoad.Outcome> status) {

    double cpuSecondsPerThousand() {
      return cpu.values().stream().mapToDouble(Double::doubleValue).sum()
          * 1000
          / times.deliveries();
    }
  }

  /**
   * @param drained until the last event of it was on Kafka and nothing was left to do
   * @param ages of the figures that were shown meanwhile
   * @param hindrance why no more of them could be taken; empty if nothing was in the way
   */
  record Storm(
      AckStorm.Outcome acknowledgements,
      Duration drained,
      Map<String, Double> cpu,
      double callersCpu,
      long walBytes,
      List<StatusLoad.Outcome> status,
      Percentiles ages,
      String hindrance) {}

  /**
   * The rows and the bytes of the cascade alone.
   *
   * @param events that were produced again, and their bytes
   */
  record Bare(InsertBaseline.Inserted inserted, Duration produced, long events, long eventBytes) {

    Duration sum() {
      return inserted.took().plus(produced);
    }
  }

  /** What it is compared with. */
  record Baselines(
      Bare bare, CommitLoop.Committed committed, List<FlowableBaseline.Delivered> flowable) {

    /** The cheapest delivery that it managed; null where it was left out or came to no end. */
    FlowableBaseline.@Nullable Delivered bestFlowable() {
      return flowable.stream()
          .filter(FlowableBaseline.Delivered::isWhole)
          .min(java.util.Comparator.comparing(FlowableBaseline.Delivered::microsPerDelivery))
          .orElse(null);
    }
  }

  /**
   * Whether what was measured was also right.
   *
   * @param differences rows in which the figures differ from a recount
   * @param acknowledgedThere as the deliveries have it
   * @param acknowledgedHere as it was answered
   */
  record Soundness(long differences, long acknowledgedThere, long acknowledgedHere) {
    boolean isSound() {
      return differences == 0 && acknowledgedThere == acknowledgedHere;
    }
  }

  /** Of the cascade, against the bare rows and bytes. */
  double timesBaselines() {
    return Ratios.of(cascade.times().told(), baselines.bare().sum());
  }

  /** Of the acknowledgements, against the bare commits. */
  double partOfCommits() {
    return Ratios.of(storm.acknowledgements().perSecond(), baselines.committed().perSecond());
  }

  /** How many deliveries of the cascade one of Flowable's is worth; not a number without it. */
  double timesFlowable() {
    FlowableBaseline.Delivered best = baselines.bestFlowable();
    return best == null
        ? Double.NaN
        : Ratios.of(best.microsPerDelivery(), cascade.times().microsPerDelivery());
  }

  /** Of the worst kind of question during the storm. */
  double worstStatusP99() {
    return storm.status().stream()
        .map(StatusLoad.Outcome::latency)
        .filter(latency -> latency.count() > 0)
        .mapToDouble(latency -> latency.at(99))
        .max()
        .orElse(Double.NaN);
  }

  /** Questions during the storm that were not answered well. */
  long unanswered() {
    return storm.status().stream()
        .flatMap(outcome -> outcome.otherAnswers().values().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  long largestHeapMiB() {
    return heapMiB.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
