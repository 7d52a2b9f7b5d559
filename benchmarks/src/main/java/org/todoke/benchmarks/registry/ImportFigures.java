package org.todoke.benchmarks.registry;

import java.time.Duration;
import org.todoke.stack.imports.ImportRun;

/**
 * One import from the file to notice-service's directory. All times count from the beginning.
 *
 * @param run as it stood at the end
 * @param rows of the file
 * @param read rows are read and judged
 * @param previewed it is known what applying would do
 * @param applied the registry's database has it
 * @param told the last event is on Kafka
 * @param known notice-service's directory has committed the last of them
 * @param events that it became
 * @param heapMiB most that the registry's heap held meanwhile
 */
record ImportFigures(
    ImportRun run,
    long rows,
    Duration read,
    Duration previewed,
    Duration applied,
    Duration told,
    Duration known,
    long events,
    long heapMiB) {

  double rowsPerSecond() {
    return rows / seconds(known);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
