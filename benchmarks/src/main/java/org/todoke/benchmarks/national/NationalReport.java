package org.todoke.benchmarks.national;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.todoke.stack.TextTable;

/** The figures of one or several sizes, as tables for a person and as JSON for a machine. */
public final class NationalReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final List<NationalFigures> runs;

  NationalReport(List<NationalFigures> runs) {
    this.runs = List.copyOf(runs);
  }

  /** Several sizes together, in their order. */
  public static NationalReport of(List<NationalReport> reports) {
    return new NationalReport(reports.stream().flatMap(report -> report.runs.stream()).toList());
  }

  /** Whether everything was measured and the suite was right about it. */
  public boolean isWhole() {
    return runs.stream()
        .allMatch(run -> run.soundness().isSound() && run.storm().hindrance().isEmpty());
  }

  public void print(PrintStream out) {
    for (NationalFigures run : runs) {
      new NationalTables(run).print(out);
    }
    if (runs.size() > 1) {
      scales(out);
    }
  }

  private void scales(PrintStream out) {
    var table =
        new TextTable(
            "", "size", "deliveries", "seconds", "us a delivery", "CPU s / 1,000", "x baselines");
    for (NationalFigures run : runs) {
      CascadeTimes times = run.cascade().times();
      table.row(
          String.format(Locale.ROOT, "%.3f", run.size().fraction()),
          String.format(Locale.ROOT, "%,d", times.deliveries()),
          String.format(Locale.ROOT, "%.1f", CascadeTimes.seconds(times.told())),
          String.format(Locale.ROOT, "%.1f", times.microsPerDelivery()),
          String.format(Locale.ROOT, "%.2f", run.cascade().cpuSecondsPerThousand()),
          String.format(Locale.ROOT, "%.2f", run.timesBaselines()));
    }
    out.println();
    table.print(out);
    NationalTables.print(out, Goal.ofScales(runs));
  }

  public void writeTo(Path file) throws IOException {
    JSON.writeValue(file.toFile(), json());
  }

  ArrayNode json() {
    ArrayNode all = JSON.createArrayNode();
    runs.forEach(run -> all.add(new NationalJson(run).node()));
    return all;
  }
}
