package org.todoke.benchmarks.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.todoke.benchmarks.baseline.CommitLoop;
import org.todoke.benchmarks.baseline.EventSpool;
import org.todoke.benchmarks.baseline.FlowableBaseline;
import org.todoke.benchmarks.baseline.InsertBaseline;
import org.todoke.benchmarks.measure.CpuMeter;
import org.todoke.contracts.Topics;
import org.todoke.stack.Stack;

/** What the servers can do alone, while the suite has nothing to do. */
final class NationalBaselines {

  private static final int RUNS = 3;
  private static final int PARTITIONS = 6;
  private static final String FLOWABLE = "flowable";

  private final Suite suite;
  private final NationalSettings settings;
  private final CpuMeter processes;

  NationalBaselines(Suite suite, NationalSettings settings, CpuMeter processes) {
    this.suite = suite;
    this.settings = settings;
    this.processes = processes;
  }

  /** The rows and the bytes of the cascade once more; nothing but the cascade has happened yet. */
  NationalFigures.Bare ofCascade(String notice) {
    Path rows = settings.home().resolve("outbox.csv");
    EventSpool events = events(notice, rows);
    InsertBaseline.Inserted inserted;
    try (Connection connection = suite.database().of(Suite.NOTICE)) {
      inserted = new InsertBaseline(connection).measure(UUID.fromString(notice), rows, RUNS);
    } catch (SQLException e) {
      throw new IllegalStateException("no baseline", e);
    }
    suite.say(
        "bare INSERT of %,d rows: %.2f s", inserted.rows(), CascadeTimes.seconds(inserted.took()));
    Duration produced = produced(events);
    suite.say(
        "bare produce of %,d events: %.2f s", events.events(), CascadeTimes.seconds(produced));
    return new NationalFigures.Bare(inserted, produced, events.events(), events.bytes());
  }

  CommitLoop.Committed commits() {
    try {
      CommitLoop.Committed committed =
          CommitLoop.measure(suite.database()::own, settings.connections(), settings.loop());
      suite.say("bare commits: %,.0f a second", committed.perSecond());
      return committed;
    } catch (SQLException e) {
      throw new IllegalStateException("no baseline", e);
    }
  }

  private EventSpool events(String notice, Path rows) {
    try (var outbox = new InsertBaseline.OutboxRows(rows)) {
      return EventSpool.take(
          suite.stack().kafkaBootstrapServers(),
          List.of(Topics.NOTICES, Topics.DELIVERIES),
          notice,
          settings.home().resolve("events.bin"),
          suite.deadline().left(),
          outbox);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration produced(EventSpool events) {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      all.add(events.produce(suite.stack().kafkaBootstrapServers(), PARTITIONS, i));
    }
    return all.stream().sorted().toList().get(RUNS / 2);
  }

  List<FlowableBaseline.Delivered> flowable() {
    List<FlowableBaseline.Delivered> all = new ArrayList<>();
    if (settings.flowable().isEmpty()) {
      return all;
    }
    String url = suite.database().fresh(FLOWABLE);
    try (var engine =
        new FlowableBaseline(
            url, suite.database().superuser(), suite.database().password(), this::cpuOfBoth)) {
      for (FlowableBaseline.Model model : FlowableBaseline.Model.values()) {
        for (int recipients : settings.flowable()) {
          FlowableBaseline.Delivered delivered =
              engine.measure(model, recipients, settings.flowableAtMost());
          all.add(delivered);
          suite.say(
              "Flowable, %s, %,d recipients: %s",
              model.label(),
              recipients,
              delivered.isWhole()
                  ? String.format("%.1f s", CascadeTimes.seconds(delivered.took()))
                  : "not in time");
          if (!delivered.isWhole()) {
            // A larger one will take longer still.
            break;
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no baseline", e);
    } finally {
      suite.database().drop(FLOWABLE);
    }
    return all;
  }

  /** The engine runs in this process. */
  private double cpuOfBoth() {
    var seconds = processes.seconds();
    return seconds.getOrDefault(Stack.POSTGRES, 0.0)
        + seconds.getOrDefault(NationalBenchmark.CALLERS, 0.0);
  }
}
