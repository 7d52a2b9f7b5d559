package org.todoke.benchmarks.registry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.todoke.benchmarks.measure.Deadline;
import org.todoke.benchmarks.measure.HeapSampler;
import org.todoke.benchmarks.measure.SuiteDatabase;
import org.todoke.benchmarks.measure.TopicState;
import org.todoke.benchmarks.nation.Written;
import org.todoke.stack.imports.ImportClient;
import org.todoke.stack.imports.ImportRun;

/** Takes a file in through the gateway and watches it arrive everywhere. */
final class MeasuredImport {

  /** The group of notice-service that keeps its copy of the registry. */
  static final String DIRECTORY_GROUP = "notice.directory";

  private final ImportClient client;
  private final SuiteDatabase database;
  private final TopicState topic;
  private final HeapSampler heap;
  private final Deadline deadline;

  MeasuredImport(
      ImportClient client,
      SuiteDatabase database,
      TopicState topic,
      HeapSampler heap,
      Deadline deadline) {
    this.client = client;
    this.database = database;
    this.topic = topic;
    this.heap = heap;
    this.deadline = deadline;
  }

  /**
   * @throws IllegalStateException if it is not applied
   */
  ImportFigures run(Written file, LocalDate asOf) {
    settle();
    heap.reset();
    long before = topic.written();
    long began = System.nanoTime();
    ImportRun run = client.create(file.file().getFileName().toString(), asOf, null);
    run = client.upload(run, file.file(), sent -> {});
    Duration read = since(began);
    if (!run.isRead()) {
      throw new IllegalStateException("not read: " + run.state() + " " + run.failure());
    }
    client.preview(run);
    Duration previewed = since(began);
    run = applied(client.apply(run));
    Duration applied = since(began);
    if (!run.isApplied()) {
      throw new IllegalStateException("not applied: " + run.state() + " " + run.failure());
    }
    deadline.await("the last event on Kafka", () -> database.waitingEvents() == 0);
    Duration told = since(began);
    deadline.await("notice-service's directory", () -> topic.lag(DIRECTORY_GROUP) == 0);
    return new ImportFigures(
        run,
        file.rows(),
        read,
        previewed,
        applied,
        told,
        since(began),
        topic.written() - before,
        heap.peakMiB());
  }

  private ImportRun applied(ImportRun begun) {
    var now = new AtomicReference<>(begun);
    deadline.await("the end of applying", () -> !now.updateAndGet(client::get).isBusy());
    return now.get();
  }

  /** Nothing of before is under way any more. */
  void settle() {
    deadline.await(
        "a quiet suite", () -> database.waitingEvents() == 0 && topic.lag(DIRECTORY_GROUP) == 0);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
