package org.todoke.benchmarks.national;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.todoke.benchmarks.measure.Deadline;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;
import org.todoke.stack.TextTable;
import org.todoke.stack.scenario.ForeignConsumer;

/**
 * Kills each part in turn while a notice is on its way to a nation, and looks afterwards whether
 * nothing was lost, nothing happened twice, and a foreign listener heard everything in order.
 * Measures nothing.
 */
public final class NationalFaults {

  private static final Duration TO_HEAR = Duration.ofMinutes(3);

  private final NationalSettings settings;
  private final PrintStream log;
  private final Deadline deadline;

  /**
   * @param log told what it is at, a line at a time
   */
  public NationalFaults(NationalSettings settings, PrintStream log) {
    this.settings = settings;
    this.log = log;
    deadline = new Deadline(settings.atMost());
  }

  private record Finding(String name, long expected, long actual) {
    boolean isMet() {
      return expected == actual;
    }
  }

  /**
   * Prints what was found, and leaves nothing behind.
   *
   * @return whether all of it was as it has to be
   */
  public boolean run() {
    try {
      Files.createDirectories(settings.home());
      StackOptions options =
          StackOptions.in(settings.root())
              .keptIn(settings.home().resolve("stack"))
              .onPortsFrom(settings.portOffset())
              .with(StackOptions.Sizing.MEASURED);
      try (Stack stack = Stack.start(options)) {
        List<Finding> findings = disturbed(Suite.of(stack, settings.portOffset(), deadline, log));
        print(findings);
        return findings.stream().allMatch(Finding::isMet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      StackFolders.delete(settings.home());
    }
  }

  private List<Finding> disturbed(Suite suite) {
    new NationLoading(suite, settings).load();
    Population nation = Population.read(suite);
    Papers papers = new Papers(suite);
    String checklist = papers.checklist();
    var corporations = new CorporationsForward.ByStandingInstruction(suite);
    try (Settlement settlement = new Settlement(suite)) {
      CascadeRun run =
          new CascadeRun(suite, nation, corporations, settings.connections())
              .disturbedBy(new KillInTurn(suite));
      suite.say("signing tokens");
      run.prepare();
      String notice = papers.draft("設定の点検について", "actual", checklist, List.of());
      run.run(notice, settlement, () -> {});
      return findings(suite, notice);
    }
  }

  private static List<Finding> findings(Suite suite, String notice) {
    String of = " where notice_id = '" + notice + "'";
    var database = suite.database();
    long deliveries = database.number(Suite.NOTICE, "select count(*) from delivery" + of);
    long establishments =
        database.number(
            Suite.NOTICE, "select count(*) from delivery" + of + " and tier = 'establishment'");
    long arrivals = database.number(Suite.NOTICE, "select count(*) from arrival" + of);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "deliveries that were reached",
            deliveries,
            database.number(
                Suite.NOTICE,
                "select count(*) from delivery" + of + " and reached_at is not null")));
    findings.add(
        new Finding(
            "facts of arrivals",
            arrivals,
            database.number(
                Suite.NOTICE,
                "select count(*) from fact" + of + " and type = 'delivery.arrived'")));
    findings.add(
        new Finding(
            "figures that differ from a recount",
            0,
            database.number(Suite.NOTICE, "select count(*) from progress_difference")));
    findings.add(
        new Finding(
            "assignments",
            establishments,
            database.number(Suite.CHECKLIST, "select count(*) from assignment" + of)));
    findings.add(
        new Finding(
            "establishments with an assignment",
            establishments,
            database.number(
                Suite.CHECKLIST, "select count(distinct establishment) from assignment" + of)));
    findings.add(
        new Finding(
            "keys that are parked",
            0,
            database.number(Suite.NOTICE, "select count(*) from parked_event")
                + database.number(Suite.CHECKLIST, "select count(*) from parked_event")));
    try (var foreign = new ForeignConsumer(suite.stack().kafkaBootstrapServers())) {
      foreign.listenUntil(heard -> heard.count("delivery.arrived", notice) >= arrivals, TO_HEAR);
      foreign.listenToTheEnd(TO_HEAR);
      findings.add(
          new Finding(
              "arrivals heard, each id once", arrivals, foreign.count("delivery.arrived", notice)));
      findings.add(
          new Finding("deliveries heard of", deliveries, foreign.keys("delivery.arrived", notice)));
      findings.add(
          new Finding(
              "assignments heard of", establishments, foreign.keysOf("assignment.created")));
      findings.add(
          new Finding("events out of order under their key", 0, foreign.outOfOrder().size()));
      suite.say("%,d events came twice, and were known by their id", foreign.repeated());
    }
    return findings;
  }

  private void print(List<Finding> findings) {
    var table = new TextTable("", "after kill -9 of each part", "expected", "actual", "");
    for (Finding each : findings) {
      table.row(
          each.name(),
          Long.toString(each.expected()),
          Long.toString(each.actual()),
          each.isMet() ? "holds" : "DOES NOT HOLD");
    }
    table.print(log);
  }
}
