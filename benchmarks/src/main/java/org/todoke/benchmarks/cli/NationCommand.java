package org.todoke.benchmarks.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.todoke.benchmarks.nation.Edition;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.nation.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code todoke bench nation}: the synthetic nation as a file, to look at or to import. */
@Command(
    name = "nation",
    mixinStandardHelpOptions = true,
    description = "Write the synthetic nation in the layout of the official files.")
final class NationCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "File to write; a folder gets a file for each service.")
  private Path target = Path.of("nation.csv");

  @Option(
      names = "--fraction",
      defaultValue = "1",
      converter = Fractions.class,
      description = "Part of the nation: 1, 0.1, 1/3.")
  private NationSize size = NationSize.WHOLE;

  @Option(names = "--seed", defaultValue = "334", description = "Another one, another nation.")
  private long seed = Nation.USUAL_SEED;

  @Option(names = "--later", description = "The list of half a year later.")
  private boolean later;

  private final PrintStream out;

  NationCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Edition edition = later ? Edition.HALF_YEAR_LATER : Edition.FIRST;
    Nation nation = Nation.of(size, seed);
    List<Written> files =
        Files.isDirectory(target)
            ? nation.writeByService(edition, target)
            : List.of(nation.write(edition, target));
    for (Written file : files) {
      out.printf(
          Locale.ROOT,
          "%s  %,d rows  %,d bytes  SHA-256 %s%n",
          file.file(),
          file.rows(),
          file.bytes(),
          file.sha256());
    }
    return 0;
  }
}
