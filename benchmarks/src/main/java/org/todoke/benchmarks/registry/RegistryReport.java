package org.todoke.benchmarks.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.stack.TextTable;
import org.todoke.stack.imports.ImportRun;

/** The figures as one table for a person and as JSON for a machine. */
public final class RegistryReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryFigures figures;

  RegistryReport(RegistryFigures figures) {
    this.figures = figures;
  }

  /** Whether everything was measured. */
  public boolean isWhole() {
    return figures.hindrance() == null;
  }

  public void print(PrintStream out) {
    out.println();
    var stages = new TextTable("", "", "seconds", "rows/s", "x COPY", "x COPY + produce");
    long rows = figures.file().rows();
    Duration copied = figures.copied().took();
    stages.row(
        "bare COPY of the same bytes (median of 3)", seconds(copied), rate(rows, copied), "1.0");
    stages.row(
        String.format(
            Locale.ROOT,
            "bare produce of %,d events of %,d B",
            figures.events(),
            figures.eventBytes()),
        seconds(figures.produced()));
    imported(stages, "first import", figures.first());
    imported(stages, "the same file again", figures.again());
    imported(stages, "half a year later", figures.later());
    stages.print(out);
    effects(out, "first import", figures.first());
    effects(out, "the same file again", figures.again());
    effects(out, "half a year later", figures.later());
    if (figures.hindrance() != null) {
      out.println("import not measured to its end: " + figures.hindrance());
    }
    out.println();
    searches(out);
    out.printf(
        Locale.ROOT,
        "%n%,d organisations in the registry, %,d in notice-service's directory; %,d MiB for everything together at most%n",
        figures.organizations(),
        figures.directory(),
        figures.peakMemoryMiB());
  }

  private void imported(TextTable table, String name, @Nullable ImportFigures run) {
    if (run == null) {
      table.row(name, "-");
      return;
    }
    table.row(
        name + ", end to end",
        seconds(run.known()),
        rate(run.rows(), run.known()),
        one(figures.timesCopy(run)),
        one(figures.timesBaseline(run)));
    stage(table, "  upload and read", run, Duration.ZERO, run.read());
    stage(table, "  preview", run, run.read(), run.previewed());
    stage(table, "  apply", run, run.previewed(), run.applied());
    stage(table, "  until the last event is on Kafka", run, run.applied(), run.told());
    stage(table, "  until the directory has it", run, run.told(), run.known());
  }

  private static void stage(
      TextTable table, String name, ImportFigures run, Duration from, Duration to) {
    Duration took = to.minus(from);
    table.row(name, seconds(took), rate(run.rows(), took));
  }

  private static void effects(PrintStream out, String name, @Nullable ImportFigures run) {
    if (run == null) {
      return;
    }
    ImportRun.Rows rows = run.run().rows();
    out.printf(
        Locale.ROOT,
        "%s: %,d events, heap of the registry %,d MiB at most; rows %,d = %,d accepted + %,d repaired + %,d warned + %,d rejected; %s%n",
        name,
        run.events(),
        run.heapMiB(),
        rows.read(),
        rows.accepted(),
        rows.repaired(),
        rows.warned(),
        rows.rejected(),
        run.run().effects());
  }

  private void searches(PrintStream out) {
    var table =
        new TextTable("", "GET /v1/organizations", "asked", "p50 ms", "p99 ms", "other answers");
    for (SearchLoad.Outcome each : figures.searches()) {
      table.row(
          each.name(),
          Integer.toString(each.latency().count()),
          one(each.latency().at(50)),
          one(each.latency().at(99)),
          others(each.otherAnswers()));
    }
    table.print(out);
  }

  private static String others(Map<Integer, Integer> answers) {
    return answers.entrySet().stream()
        .map(e -> e.getValue() + " x " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  public void writeTo(Path file) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
  }

  ObjectNode json() {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("size")
        .put("fraction", figures.size().fraction())
        .put("corporations", figures.size().corporations())
        .put("establishments", figures.size().establishments())
        .put("rows", figures.size().rows());
    root.putObject("file")
        .put("bytes", figures.file().bytes())
        .put("sha256", figures.file().sha256())
        .put("seconds", ImportFigures.seconds(figures.generated()));
    root.putObject("copy").put("seconds", ImportFigures.seconds(figures.copied().took()));
    root.putObject("produce")
        .put("seconds", ImportFigures.seconds(figures.produced()))
        .put("events", figures.events())
        .put("eventBytes", figures.eventBytes());
    put(root, "first", figures.first());
    put(root, "again", figures.again());
    put(root, "later", figures.later());
    if (figures.hindrance() != null) {
      root.put("hindrance", figures.hindrance());
    }
    root.put("organizations", figures.organizations());
    root.put("directory", figures.directory());
    ObjectNode searches = root.putObject("searches");
    for (SearchLoad.Outcome each : figures.searches()) {
      ObjectNode search = searches.putObject(each.name()).put("asked", each.latency().count());
      if (each.latency().count() > 0) {
        search.put("p50", each.latency().at(50)).put("p99", each.latency().at(99));
      }
      each.otherAnswers().forEach((status, count) -> search.put("status" + status, count));
    }
    root.put("peakMemoryMiB", figures.peakMemoryMiB());
    return root;
  }

  private void put(ObjectNode root, String name, @Nullable ImportFigures run) {
    if (run == null) {
      return;
    }
    ObjectNode node = root.putObject(name);
    node.put("read", ImportFigures.seconds(run.read()))
        .put("previewed", ImportFigures.seconds(run.previewed()))
        .put("applied", ImportFigures.seconds(run.applied()))
        .put("told", ImportFigures.seconds(run.told()))
        .put("known", ImportFigures.seconds(run.known()))
        .put("rowsPerSecond", run.rowsPerSecond())
        .put("timesCopy", figures.timesCopy(run))
        .put("timesCopyAndProduce", figures.timesBaseline(run))
        .put("events", run.events())
        .put("heapMiB", run.heapMiB())
        .set("effects", JSON.valueToTree(run.run().effects()));
    node.set("rows", JSON.valueToTree(run.run().rows()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", ImportFigures.seconds(duration));
  }

  private static String rate(long rows, Duration took) {
    double seconds = ImportFigures.seconds(took);
    return seconds < 0.005 ? "" : String.format(Locale.ROOT, "%,.0f", rows / seconds);
  }

  private static String one(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
