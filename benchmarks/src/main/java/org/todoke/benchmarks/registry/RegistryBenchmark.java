package org.todoke.benchmarks.registry;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.baseline.CopyBaseline;
import org.todoke.benchmarks.baseline.ProduceBaseline;
import org.todoke.benchmarks.measure.Deadline;
import org.todoke.benchmarks.measure.HeapSampler;
import org.todoke.benchmarks.measure.StatementProfile;
import org.todoke.benchmarks.measure.SuiteDatabase;
import org.todoke.benchmarks.measure.TopicState;
import org.todoke.benchmarks.nation.Edition;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.nation.Written;
import org.todoke.contracts.Topics;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;
import org.todoke.stack.imports.ImportClient;
import org.todoke.stack.imports.ImportRefused;

/**
 * Brings a nation into the registry of a stack of its own and measures it against what the same
 * bytes cost PostgreSQL and Kafka alone, on the same servers in the same run.
 */
public final class RegistryBenchmark {

  static final int COLUMNS = 24;
  private static final int COPIES = 3;
  private static final int WARM_UP = 4_000;
  private static final int PROFILED = 25;

  /** Of an event, where no import tells better. */
  private static final int ESTIMATED_EVENT_BYTES = 1_100;

  private static final LocalDate END_OF_YEAR = LocalDate.of(2025, 12, 31);
  private static final LocalDate HALF_A_YEAR_LATER = LocalDate.of(2026, 6, 30);
  private static final String REGISTRAR = "mhlw";

  private final Settings settings;
  private final PrintStream log;
  private final Deadline deadline;

  /**
   * How it is to be done.
   *
   * @param root folder of the project
   * @param home folder for everything it makes, on the disk that is to be measured; dropped at the
   *     end
   * @param portOffset of the stack, so that it does not meet another one
   * @param clients that search at the same time
   * @param requests of all of them
   * @param atMost after which it gives up
   */
  public record Settings(
      Path root,
      Path home,
      NationSize size,
      long seed,
      int portOffset,
      int clients,
      int requests,
      Duration atMost) {}

  /**
   * @param log told what it is at, a line at a time
   */
  public RegistryBenchmark(Settings settings, PrintStream log) {
    this.settings = settings;
    this.log = log;
    deadline = new Deadline(settings.atMost());
  }

  /** Measures, and leaves nothing behind whether it comes to its end or not. */
  public RegistryReport run() {
    try {
      Files.createDirectories(settings.home());
      return new RegistryReport(measure());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      StackFolders.delete(settings.home());
    }
  }

  private RegistryFigures measure() {
    Nation nation = Nation.of(settings.size(), settings.seed());
    long began = System.nanoTime();
    Written first = nation.write(Edition.FIRST, settings.home().resolve("nation.csv"));
    Duration generated = Duration.ofNanos(System.nanoTime() - began);
    Written later =
        nation.write(Edition.HALF_YEAR_LATER, settings.home().resolve("half-a-year-later.csv"));
    say("%,d rows in %,d KiB made in %.1f s", first.rows(), first.bytes() / 1024, s(generated));
    StackOptions options =
        StackOptions.in(settings.root())
            .keptIn(settings.home().resolve("stack"))
            .onPortsFrom(settings.portOffset())
            .with(StackOptions.Sizing.MEASURED);
    try (Stack stack = Stack.start(options);
        TopicState topic = new TopicState(stack.kafkaBootstrapServers(), Topics.ORGANIZATIONS);
        HeapSampler heap = new HeapSampler(stack.management("registry"))) {
      return measure(stack, topic, heap, new Prepared(first, later, generated));
    }
  }

  private record Prepared(Written first, Written later, Duration generated) {}

  private RegistryFigures measure(Stack stack, TopicState topic, HeapSampler heap, Prepared files) {
    SuiteDatabase database = new SuiteDatabase(stack, settings.portOffset());
    ImportClient client =
        new ImportClient(stack.gateway(), () -> stack.token(REGISTRAR), Locale.ENGLISH);
    var measured = new MeasuredImport(client, database, topic, heap, deadline);
    measured.settle();
    CopyBaseline.Copied copied = copy(database, files.first());
    say("bare COPY: %.2f s", s(copied.took()));
    ImportFigures first = null;
    ImportFigures again = null;
    ImportFigures later = null;
    String hindrance = null;
    var profile = new StatementProfile(database);
    profile.begin();
    try {
      first = imported("first import", measured, files.first(), END_OF_YEAR);
      profile.print(log, PROFILED);
      again = imported("the same file again", measured, files.first(), END_OF_YEAR);
      later = imported("half a year later", measured, files.later(), HALF_A_YEAR_LATER);
    } catch (ImportRefused e) {
      hindrance = e.status() + " " + e.getMessage();
    } catch (IllegalStateException | UncheckedIOException e) {
      hindrance = String.valueOf(e.getMessage());
    }
    if (hindrance != null) {
      say("import: %s", hindrance);
    }
    TopicState.Traffic traffic = traffic(topic, first);
    Duration produced =
        ProduceBaseline.measure(
            stack.kafkaBootstrapServers(), traffic.records(), traffic.meanBytes());
    say("bare produce of %,d events: %.2f s", traffic.records(), s(produced));
    database.analyze("registry");
    List<SearchLoad.Outcome> searches = search(stack, database);
    return new RegistryFigures(
        settings.size(),
        files.first(),
        files.generated(),
        copied,
        produced,
        traffic.records(),
        traffic.meanBytes(),
        first,
        again,
        later,
        hindrance,
        database.organizations(),
        database.directory(),
        searches,
        stack.peakMemory() >> 20);
  }

  private ImportFigures imported(
      String what, MeasuredImport measured, Written file, LocalDate asOf) {
    ImportFigures figures = measured.run(file, asOf);
    say("%s: %.1f s, %,d events", what, s(figures.known()), figures.events());
    return figures;
  }

  private static CopyBaseline.Copied copy(SuiteDatabase database, Written file) {
    try (Connection own = database.own()) {
      return CopyBaseline.measure(own, file.file(), COLUMNS, COPIES);
    } catch (SQLException e) {
      throw new IllegalStateException("no baseline", e);
    }
  }

  /** As many events as the first import became, of the size that those on the topic have. */
  private TopicState.Traffic traffic(TopicState topic, @Nullable ImportFigures first) {
    if (first == null) {
      return new TopicState.Traffic(
          settings.size().corporations() + settings.size().establishments(), ESTIMATED_EVENT_BYTES);
    }
    return new TopicState.Traffic(first.events(), topic.traffic(deadline.left()).meanBytes());
  }

  private List<SearchLoad.Outcome> search(Stack stack, SuiteDatabase database) {
    SearchQueries queries = new SearchQueries(database);
    new SearchLoad(stack, queries.all(), settings.seed() + 1_000).run(settings.clients(), WARM_UP);
    say("%,d searches, %d at a time", settings.requests(), settings.clients());
    return new SearchLoad(stack, queries.all(), settings.seed())
        .run(settings.clients(), settings.requests());
  }

  private void say(String format, Object... arguments) {
    log.println("  " + String.format(Locale.ROOT, format, arguments));
  }

  private static double s(Duration duration) {
    return ImportFigures.seconds(duration);
  }
}
