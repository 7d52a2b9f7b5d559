package org.todoke.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.registry.RegistryBenchmark;
import org.todoke.benchmarks.registry.RegistryReport;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code todoke bench registry}: the import of a nation and the searches in it. */
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    description =
        "Import a synthetic nation into a stack of its own and search in it, next to a bare COPY and a"
            + " bare produce of the same.")
final class RegistryCommand implements Callable<Integer> {

  private static final int NOT_MEASURED = 1;
  private static final int CANNOT_START = 3;

  @Option(
      names = "--fraction",
      defaultValue = "1",
      converter = Fractions.class,
      description = "Part of the nation: 1, 1/3, 0.1.")
  private NationSize size = NationSize.WHOLE;

  @Option(names = "--seed", defaultValue = "334", description = "Of the nation and the searches.")
  private long seed = Nation.USUAL_SEED;

  @Option(names = "--clients", defaultValue = "1", description = "Who search at the same time.")
  private int clients;

  @Option(names = "--requests", defaultValue = "10000", description = "Searches of all clients.")
  private int requests;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--at-most",
      defaultValue = "PT40M",
      description = "Time after which it gives up (ISO 8601).")
  private Duration atMost = Duration.ofMinutes(40);

  @Option(
      names = "--port-offset",
      defaultValue = "12000",
      description = "Added to every port, so that a stack that is up is not met.")
  private int portOffset;

  static final String LEFT_BEHIND = "bench-";

  private final Path root;
  private final PrintStream out;

  RegistryCommand(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Path home = root.resolve(".todoke").resolve(LEFT_BEHIND + ProcessHandle.current().pid());
    sweepUp(home.getParent());
    var settings =
        new RegistryBenchmark.Settings(
            root, home, size, seed, portOffset, clients, requests, atMost);
    try {
      RegistryReport report = new RegistryBenchmark(settings, out).run();
      report.print(out);
      if (json != null) {
        report.writeTo(json);
      }
      return report.isWhole() ? 0 : NOT_MEASURED;
    } catch (StackProblem e) {
      out.println("The stack cannot start: " + e.getMessage());
      return CANNOT_START;
    }
  }

  /** Drops the folders of measurements that were killed. */
  static void sweepUp(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var entries = Files.list(folder)) {
      entries
          .filter(entry -> entry.getFileName().toString().matches(LEFT_BEHIND + "\\d{1,18}"))
          .filter(
              entry ->
                  ProcessHandle.of(
                          Long.parseLong(
                              entry.getFileName().toString().substring(LEFT_BEHIND.length())))
                      .isEmpty())
          .forEach(StackFolders::delete);
    }
  }
}
