package org.todoke.benchmarks.national;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.todoke.benchmarks.baseline.FlowableBaseline;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.stack.TextTable;

/** The figures of one size for a person. */
final class NationalTables {

  private final NationalFigures figures;

  NationalTables(NationalFigures figures) {
    this.figures = figures;
  }

  void print(PrintStream out) {
    out.println();
    machine(out);
    var table = new TextTable("", "", "measured", "baseline", "ratio");
    cascade(table);
    storm(table);
    footprint(table);
    table.print(out);
    out.println();
    status(out);
    out.println();
    parts(out);
    NationalTables.print(out, Goal.of(figures));
    sound(out);
  }

  private void machine(PrintStream out) {
    var machine = figures.machine();
    out.printf(
        Locale.ROOT,
        "%s, commit %s; %d cores (%s), %,d MiB, %s, Java %s; load before: %.2f%n",
        machine.at(),
        machine.commit(),
        machine.cores(),
        machine.processor(),
        machine.memoryMiB(),
        machine.system(),
        machine.java(),
        machine.load());
    out.printf(
        Locale.ROOT,
        "%.3f of the nation, %,d deliveries; loaded %s; corporations pass it on %s; fsync on, acks=all%n%n",
        figures.size().fraction(),
        figures.cascade().times().deliveries(),
        figures.load().name().toLowerCase(Locale.ROOT),
        figures.corporations());
  }

  private void cascade(TextTable table) {
    CascadeTimes times = figures.cascade().times();
    NationalFigures.Bare bare = figures.baselines().bare();
    String sum =
        seconds(bare.inserted().took())
            + " INSERT + "
            + seconds(bare.produced())
            + " produce = "
            + seconds(bare.sum())
            + " s";
    table.row("issuing", seconds(times.issued()) + " s");
    table.row("until the last forwarder has called", seconds(times.forwarded()) + " s");
    table.row(
        "until the last establishment has it",
        seconds(times.reached()) + " s",
        sum,
        ratio(Ratios.of(times.reached(), bare.sum())));
    table.row(
        "until the last event is on Kafka",
        seconds(times.told()) + " s",
        sum,
        ratio(figures.timesBaselines()));
    table.row("until nothing is left to do", seconds(times.settled()) + " s");
    double bareRate = bare.events() / CascadeTimes.seconds(bare.sum());
    table.row(
        "events a second",
        whole(times.eventsPerSecond()),
        whole(bareRate),
        ratio(times.eventsPerSecond() / bareRate));
    times.calls().forEach((tier, calls) -> table.row("calls of a " + tier, latency(calls)));
    table.row("calls that had to be made again", whole(times.tried()));
    table.row("us for a delivery", one(times.microsPerDelivery()));
    for (FlowableBaseline.Delivered each : figures.baselines().flowable()) {
      table.row(
          String.format(
              Locale.ROOT, "  Flowable, %s, %,d", each.model().label(), each.recipients()),
          "",
          each.isWhole() ? one(each.microsPerDelivery()) : "not in " + seconds(each.took()) + " s",
          ratio(Ratios.of(each.microsPerDelivery(), times.microsPerDelivery())));
    }
    double cpu = figures.cascade().cpuSecondsPerThousand();
    table.row("CPU-seconds for 1,000 deliveries", two(cpu));
    FlowableBaseline.Delivered best = figures.baselines().bestFlowable();
    if (best != null) {
      double theirs = best.cpuSeconds() * 1000 / best.recipients();
      table.row("  Flowable, its fastest", "", two(theirs), ratio(Ratios.of(theirs, cpu)));
    }
  }

  private void storm(TextTable table) {
    AckStorm.Outcome outcome = figures.storm().acknowledgements();
    var committed = figures.baselines().committed();
    table.row(
        String.format(
            Locale.ROOT,
            "acknowledgements a second, %,d over %d connections",
            outcome.acknowledged(),
            outcome.connections()),
        whole(outcome.perSecond()),
        whole(committed.perSecond()) + " commits",
        ratio(figures.partOfCommits()));
    table.row("acknowledgement", latency(outcome.latency()));
    table.row("until its last event is on Kafka", seconds(figures.storm().drained()) + " s");
    Percentiles ages = figures.storm().ages();
    table.row(
        String.format(Locale.ROOT, "age of the figures, %,d looks", ages.count()),
        String.format(Locale.ROOT, "p50 %.0f ms, p95 %.0f ms", ages.at(50), ages.at(95)));
    figures
        .heapMiB()
        .forEach((service, heap) -> table.row("heap of " + service + " at most", heap + " MiB"));
  }

  private void footprint(TextTable table) {
    Footprint grown = figures.cascade().grown();
    double deliveries = figures.cascade().times().deliveries();
    NationalFigures.Bare bare = figures.baselines().bare();
    table.row(
        "WAL bytes for a delivery",
        whole(grown.walPosition() / deliveries),
        whole(bare.inserted().walBytes() / deliveries),
        ratio(Ratios.of(grown.walPosition(), bare.inserted().walBytes())));
    table.row("rows for a delivery", two(grown.allRows() / deliveries));
    table.row("bytes for a delivery, notice-service", whole(grown.noticeBytes() / deliveries));
    table.row(
        "bytes for a delivery, checklist-service", whole(grown.checklistBytes() / deliveries));
    table.row("bytes for a delivery, events", whole(bare.eventBytes() / deliveries));
    table.row(
        "WAL bytes for an acknowledgement",
        whole(
            (double) figures.storm().walBytes()
                / figures.storm().acknowledgements().acknowledged()));
  }

  private void status(PrintStream out) {
    var table =
        new TextTable(
            "",
            "status query",
            "cascade p50",
            "p99 ms",
            "not 200",
            "storm p50",
            "p99 ms",
            "asked",
            "not 200");
    for (int i = 0; i < figures.storm().status().size(); i++) {
      StatusLoad.Outcome before = figures.cascade().status().get(i);
      StatusLoad.Outcome during = figures.storm().status().get(i);
      table.row(
          during.name(),
          one(before.latency().at(50)),
          one(before.latency().at(99)),
          others(before.otherAnswers()),
          one(during.latency().at(50)),
          one(during.latency().at(99)),
          Integer.toString(during.latency().count()),
          others(during.otherAnswers()));
    }
    table.print(out);
  }

  private void parts(PrintStream out) {
    var table = new TextTable("", "CPU-seconds", "cascade", "storm");
    figures
        .cascade()
        .cpu()
        .forEach(
            (part, seconds) ->
                table.row(part, one(seconds), one(figures.storm().cpu().getOrDefault(part, 0.0))));
    table.row(
        "(the callers)", one(figures.cascade().callersCpu()), one(figures.storm().callersCpu()));
    table.print(out);
  }

  static void print(PrintStream out, List<Goal> goals) {
    var table = new TextTable("", "goal", "measured", "wanted", "");
    for (Goal goal : goals) {
      table.row(goal.name(), goal.found(), goal.wanted(), goal.verdict());
    }
    out.println();
    table.print(out);
  }

  private void sound(PrintStream out) {
    NationalFigures.Soundness soundness = figures.soundness();
    out.printf(
        Locale.ROOT,
        "%nfigures differ from a recount in %,d rows; %,d of %,d acknowledgements are there; %,d MiB for everything together at most%n",
        soundness.differences(),
        soundness.acknowledgedThere(),
        soundness.acknowledgedHere(),
        figures.peakMemoryMiB());
    if (!figures.storm().hindrance().isEmpty()) {
      out.println(
          "the age of the figures was not taken to the end: " + figures.storm().hindrance());
    }
  }

  private static String others(Map<Integer, Integer> answers) {
    return answers.entrySet().stream()
        .map(e -> e.getValue() + " x " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String latency(Percentiles latency) {
    return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", latency.at(50), latency.at(99));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", CascadeTimes.seconds(duration));
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String one(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String two(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.2f", value);
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f x", value);
  }
}
