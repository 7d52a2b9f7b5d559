package org.todoke.benchmarks.registry;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.baseline.CopyBaseline;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.nation.Written;

/**
 * All that one run has measured. What could not be is null, and {@code hindrance} says why.
 *
 * @param generated how long it took to write the first list
 * @param produced how long the broker took for as many events of the same size
 * @param events of the first import, or an estimate where there was none
 * @param eventBytes of one of them on average
 * @param first import into an empty registry
 * @param again the same file once more
 * @param later the list of half a year later
 * @param organizations in the registry when the searches began
 * @param directory organisations that notice-service knew at that time
 */
record RegistryFigures(
    NationSize size,
    Written file,
    Duration generated,
    CopyBaseline.Copied copied,
    Duration produced,
    long events,
    int eventBytes,
    @Nullable ImportFigures first,
    @Nullable ImportFigures again,
    @Nullable ImportFigures later,
    @Nullable String hindrance,
    long organizations,
    long directory,
    List<SearchLoad.Outcome> searches,
    long peakMemoryMiB) {

  RegistryFigures {
    searches = List.copyOf(searches);
  }

  /** End to end against the bare COPY of the same bytes. */
  double timesCopy(ImportFigures run) {
    return ImportFigures.seconds(run.known()) / ImportFigures.seconds(copied.took());
  }

  /** End to end against the bare COPY and the bare produce together. */
  double timesBaseline(ImportFigures run) {
    return ImportFigures.seconds(run.known()) / ImportFigures.seconds(copied.took().plus(produced));
  }
}
