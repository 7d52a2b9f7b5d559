package org.todoke.benchmarks.national;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.todoke.benchmarks.measure.CpuMeter;
import org.todoke.benchmarks.measure.Deadline;
import org.todoke.benchmarks.measure.Durability;
import org.todoke.benchmarks.measure.HeapSampler;
import org.todoke.benchmarks.measure.Machine;
import org.todoke.benchmarks.measure.StatementProfile;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;

/**
 * Sends a notice to a whole nation through a stack of its own, lets it be passed on and
 * acknowledged while others look at the figures, and measures that against what the same rows,
 * bytes and commits cost PostgreSQL and Kafka alone, and against Flowable; all on the same servers
 * in the same run.
 */
public final class NationalBenchmark {

  private static final Duration HEAP_EVERY = Duration.ofSeconds(1);
  private static final int PROFILED = 25;
  static final String CALLERS = "callers";

  private final NationalSettings settings;
  private final PrintStream log;
  private final Deadline deadline;

  /**
   * @param log told what it is at, a line at a time
   */
  public NationalBenchmark(NationalSettings settings, PrintStream log) {
    this.settings = settings;
    this.log = log;
    deadline = new Deadline(settings.atMost());
  }

  /** Measures, and leaves nothing behind whether it comes to its end or not. */
  public NationalReport run() {
    Machine machine = Machine.here(settings.root());
    try {
      Files.createDirectories(settings.home());
      StackOptions options =
          StackOptions.in(settings.root())
              .keptIn(settings.home().resolve("stack"))
              .onPortsFrom(settings.portOffset())
              .with(StackOptions.Sizing.MEASURED);
      try (Stack stack = Stack.start(options)) {
        Suite suite = Suite.of(stack, settings.portOffset(), deadline, log);
        refuseUnlessDurable(suite);
        return new NationalReport(List.of(measure(suite, machine)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      StackFolders.delete(settings.home());
    }
  }

  private static void refuseUnlessDurable(Suite suite) {
    List<String> faults =
        Durability.faults(
            suite.database(), Stack.SERVICES_WITH_DATABASE, suite.stack().kafkaBootstrapServers());
    if (!faults.isEmpty()) {
      throw new IllegalStateException("what is not durable is not measured: " + faults);
    }
  }

  private NationalFigures measure(Suite suite, Machine machine) {
    new NationLoading(suite, settings).load();
    Population nation = Population.read(suite);
    List<String> bySize = nation.bySize();
    String aside = bySize.get(0);
    List<String> warm = nation.middling(settings.warmUp());
    Papers papers = new Papers(suite);
    String checklist = papers.checklist();
    CorporationsForward corporations =
        settings.corporations() == NationalSettings.Corporations.API
            ? new CorporationsForward.ByApi(suite)
            : new CorporationsForward.ByStandingInstruction(suite);
    Map<String, HeapSampler> heaps = heaps(suite);
    try (Settlement settlement = new Settlement(suite)) {
      warmUp(suite, papers, checklist, nation.within(warm), warm, corporations, settlement);
      String notice = papers.draft("個人情報共有サービスの設定の点検について", "actual", checklist, List.of());
      CascadeRun run = new CascadeRun(suite, nation, corporations, settings.connections());
      List<String> storming = first(nation.mixedEstablishments(aside), settings.acknowledgements());
      StatusQueries queries = new StatusQueries(notice, nation, storming);
      prepare(suite, run, queries, storming, aside, nation);
      heaps.values().forEach(HeapSampler::reset);
      var processes = new CpuMeter(processes(suite));
      var baselines = new NationalBaselines(suite, settings, processes);
      var cascade = cascade(suite, run, notice, queries, processes, settlement);
      NationalFigures.Bare bare = baselines.ofCascade(notice);
      Stormed storm = storm(suite, notice, queries, storming, aside, nation, processes, settlement);
      Map<String, Long> heapMiB = new LinkedHashMap<>();
      heaps.forEach((service, heap) -> heapMiB.put(service, heap.peakMiB()));
      suite.say("counting again");
      return new NationalFigures(
          machine,
          settings.size(),
          settings.load(),
          corporations.name(),
          cascade,
          storm.figures(),
          new NationalFigures.Baselines(bare, baselines.commits(), baselines.flowable()),
          heapMiB,
          soundness(suite, notice, storm),
          suite.stack().peakMemory() >> 20);
    } finally {
      heaps.values().forEach(HeapSampler::close);
    }
  }

  private NationalFigures.Cascade cascade(
      Suite suite,
      CascadeRun run,
      String notice,
      StatusQueries queries,
      CpuMeter processes,
      Settlement settlement) {
    Footprint before = settled(suite);
    var profile = new StatementProfile(suite.database());
    profile.begin();
    try (StatusLoad watch = watch(suite, queries)) {
      Map<String, Double> cpu = processes.seconds();
      CascadeTimes times = run.run(notice, settlement, watch::begin);
      Map<String, Double> used = CpuMeter.used(cpu, processes.seconds());
      List<StatusLoad.Outcome> status = watch.outcomes();
      double callers = used.remove(CALLERS);
      profile.print(log, PROFILED);
      return new NationalFigures.Cascade(
          times, used, callers, Footprint.of(suite).since(before), status);
    }
  }

  /**
   * The same once in some prefectures, so that no service does anything for the first time and the
   * compilers of their JVMs are done with the most of it: in the first minutes they take more than
   * the work itself.
   */
  private void warmUp(
      Suite suite,
      Papers papers,
      String checklist,
      Population there,
      List<String> prefectures,
      CorporationsForward corporations,
      Settlement settlement) {
    suite.say("warming up in %d prefectures", prefectures.size());
    String notice = papers.draft("準備運動", "exercise", checklist, prefectures);
    CascadeRun run = new CascadeRun(suite, there, corporations, settings.connections());
    run.prepare();
    List<String> some = first(there.mixedEstablishments(""), settings.warmUp());
    AckStorm storm = new AckStorm(suite, settings.connections());
    storm.prepare(some);
    StatusQueries queries = new StatusQueries(notice, there, some);
    StatusLoad.prepare(suite, queries);
    try (StatusLoad watch = watch(suite, queries)) {
      run.run(notice, settlement, watch::begin);
      storm.run(notice, some);
    }
    deadline.await("the end of the warming up", settlement::isSettled);
  }

  private void prepare(
      Suite suite,
      CascadeRun run,
      StatusQueries queries,
      List<String> storming,
      String aside,
      Population nation) {
    suite.say("signing tokens");
    run.prepare();
    new AckStorm(suite, settings.connections()).prepare(storming);
    AgeProbe.prepare(suite, aside, nation.establishments().get(aside));
    StatusLoad.prepare(suite, queries);
  }

  /** Measured from a moment at which nothing of before is left to be written. */
  private static Footprint settled(Suite suite) {
    suite.database().analyze(Suite.NOTICE);
    suite.database().execute(Suite.NOTICE, "checkpoint");
    return Footprint.of(suite);
  }

  private record Stormed(NationalFigures.Storm figures, int acknowledged) {}

  private Stormed storm(
      Suite suite,
      String notice,
      StatusQueries queries,
      List<String> storming,
      String aside,
      Population nation,
      CpuMeter processes,
      Settlement settlement) {
    suite.say(
        "%,d establishments acknowledge over %d connections",
        storming.size(), settings.connections());
    suite.database().execute(Suite.NOTICE, "checkpoint");
    var profile = new StatementProfile(suite.database());
    profile.begin();
    Map<String, Double> cpu = processes.seconds();
    long wal = Footprint.wal(suite);
    StatusLoad watch = watch(suite, queries);
    AgeProbe probe = new AgeProbe(suite, notice, aside, nation.establishments().get(aside));
    try (watch;
        probe) {
      watch.begin();
      AckStorm.Outcome outcome = new AckStorm(suite, settings.connections()).run(notice, storming);
      List<StatusLoad.Outcome> status = watch.outcomes();
      watch.close();
      probe.close();
      Map<String, Double> used = CpuMeter.used(cpu, processes.seconds());
      double callers = used.remove(CALLERS);
      suite.say("%,.0f acknowledgements a second", outcome.perSecond());
      long stormed = System.nanoTime();
      deadline.await("the last event of the storm", settlement::isSettled);
      profile.print(log, PROFILED);
      return new Stormed(
          new NationalFigures.Storm(
              outcome,
              Duration.ofNanos(System.nanoTime() - stormed),
              used,
              callers,
              Footprint.wal(suite) - wal,
              status,
              probe.ages(),
              probe.hindrance()),
          outcome.acknowledged() + probe.made());
    }
  }

  private static NationalFigures.Soundness soundness(Suite suite, String notice, Stormed storm) {
    return new NationalFigures.Soundness(
        suite.database().number(Suite.NOTICE, "select count(*) from progress_difference"),
        suite
            .database()
            .number(
                Suite.NOTICE,
                "select count(*) from delivery where acknowledged_at is not null and notice_id = '"
                    + notice
                    + "'"),
        storm.acknowledged());
  }

  private StatusLoad watch(Suite suite, StatusQueries queries) {
    return new StatusLoad(suite, queries.all(), settings.queriesPerSecond(), settings.seed());
  }

  private static Map<String, HeapSampler> heaps(Suite suite) {
    Map<String, HeapSampler> heaps = new LinkedHashMap<>();
    for (String service : Stack.SERVICES) {
      heaps.put(service, new HeapSampler(suite.stack().management(service), HEAP_EVERY));
    }
    return heaps;
  }

  private static Map<String, ProcessHandle> processes(Suite suite) {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    for (String part : suite.stack().parts()) {
      processes.put(part, suite.stack().process(part));
    }
    processes.put(CALLERS, ProcessHandle.current());
    return processes;
  }

  private static List<String> first(List<String> all, int atMost) {
    return all.subList(0, Math.min(all.size(), atMost));
  }
}
