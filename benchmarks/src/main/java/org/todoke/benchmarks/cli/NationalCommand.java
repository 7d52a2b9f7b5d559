package org.todoke.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.national.NationalBenchmark;
import org.todoke.benchmarks.national.NationalFaults;
import org.todoke.benchmarks.national.NationalReport;
import org.todoke.benchmarks.national.NationalSettings;
import org.todoke.stack.StackProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code todoke bench national}: a notice to the whole nation and back. */
@Command(
    name = "national",
    mixinStandardHelpOptions = true,
    description =
        "Send a notice to a synthetic nation through a stack of its own, next to what the same rows,"
            + " bytes and commits cost alone.")
final class NationalCommand implements Callable<Integer> {

  private static final int NOT_MEASURED = 1;
  private static final int CANNOT_START = 3;

  @Option(
      names = "--fraction",
      defaultValue = "1",
      converter = Fractions.class,
      description = "Part of the nation: 1, 1/3, 0.1.")
  private NationSize size = NationSize.WHOLE;

  @Option(
      names = "--scales",
      split = ",",
      converter = Fractions.class,
      description = "Several parts, one behind the other, and how the cost of a delivery grows.")
  private List<NationSize> scales = List.of();

  @Option(names = "--seed", defaultValue = "334", description = "Of the nation and the questions.")
  private long seed = Nation.USUAL_SEED;

  @Option(
      names = "--load",
      defaultValue = "DIRECT",
      description = "How the suite comes to know the nation: ${COMPLETION-CANDIDATES}.")
  private NationalSettings.Load load = NationalSettings.Load.DIRECT;

  @Option(
      names = "--corporations",
      defaultValue = "INSTRUCTION",
      description = "How corporations pass it on: ${COMPLETION-CANDIDATES}.")
  private NationalSettings.Corporations corporations = NationalSettings.Corporations.INSTRUCTION;

  @Option(
      names = "--warm-up",
      defaultValue = "10000",
      description = "Establishments that are written to and acknowledge before it begins.")
  private int warmUp;

  @Option(
      names = "--connections",
      defaultValue = "8",
      description = "Of the forwarders, of the establishments and of the bare commits.")
  private int connections;

  @Option(
      names = "--acknowledgements",
      defaultValue = "20000",
      description = "How many establishments acknowledge, at most.")
  private int acknowledgements;

  @Option(
      names = "--queries",
      defaultValue = "20",
      description = "Status queries a second, all the while.")
  private double queries;

  @Option(names = "--loop", defaultValue = "PT15S", description = "Of the bare commits.")
  private Duration loop = Duration.ofSeconds(15);

  @Option(
      names = "--flowable",
      split = ",",
      defaultValue = "1000,5000,20000",
      description = "Recipients that Flowable is given, each size in a measurement of its own.")
  private List<Integer> flowable = List.of();

  @Option(names = "--no-flowable", description = "Leaves it out.")
  private boolean noFlowable;

  @Option(
      names = "--flowable-at-most",
      defaultValue = "PT3M",
      description = "For each of its measurements.")
  private Duration flowableAtMost = Duration.ofMinutes(3);

  @Option(
      names = "--faults",
      description =
          "Measures nothing: kills each part in turn meanwhile, and looks whether everything is right.")
  private boolean faults;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--at-most",
      defaultValue = "PT60M",
      description = "Time after which one size is given up (ISO 8601).")
  private Duration atMost = Duration.ofMinutes(60);

  @Option(
      names = "--port-offset",
      defaultValue = "13000",
      description = "Added to every port, so that a stack that is up is not met.")
  private int portOffset;

  private final Path root;
  private final PrintStream out;

  NationalCommand(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Path home =
        root.resolve(".todoke")
            .resolve(RegistryCommand.LEFT_BEHIND + ProcessHandle.current().pid());
    RegistryCommand.sweepUp(home.getParent());
    List<NationSize> sizes = scales.isEmpty() ? List.of(size) : scales;
    List<NationalReport> reports = new ArrayList<>();
    try {
      if (faults) {
        return new NationalFaults(settings(home, size, false), out).run() ? 0 : NOT_MEASURED;
      }
      for (NationSize each : sizes) {
        // What it is compared with does not depend on the size, so once is enough.
        boolean compared = reports.isEmpty() && !noFlowable;
        reports.add(new NationalBenchmark(settings(home, each, compared), out).run());
      }
    } catch (StackProblem e) {
      out.println("The stack cannot start: " + e.getMessage());
      return CANNOT_START;
    } catch (IllegalStateException e) {
      out.println("Not measured: " + e.getMessage());
      e.printStackTrace(out);
    }
    NationalReport report = NationalReport.of(reports);
    report.print(out);
    if (json != null) {
      report.writeTo(json);
    }
    return reports.size() == sizes.size() && report.isWhole() ? 0 : NOT_MEASURED;
  }

  private NationalSettings settings(Path home, NationSize each, boolean compared) {
    return new NationalSettings(
        root,
        home,
        each,
        seed,
        portOffset,
        load,
        corporations,
        warmUp,
        connections,
        acknowledgements,
        queries,
        loop,
        compared ? flowable : List.of(),
        flowableAtMost,
        atMost);
  }
}
