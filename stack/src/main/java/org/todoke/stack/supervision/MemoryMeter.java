package org.todoke.stack.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Samples how much memory this process, its children and theirs hold. Where the kernel tells the
 * proportional share, pages that processes share are counted once; where it tells nothing, 0.
 */
public final class MemoryMeter implements AutoCloseable {

  private static final Path PROC = Path.of("/proc");

  private final Supplier<Collection<ProcessHandle>> roots;
  private final AtomicLong peak = new AtomicLong();
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "memory-meter");
            thread.setDaemon(true);
            return thread;
          });

  public MemoryMeter(Supplier<Collection<ProcessHandle>> roots) {
    this.roots = roots;
  }

  public void start() {
    var unused = sampler.scheduleWithFixedDelay(this::sample, 0, 1, TimeUnit.SECONDS);
  }

  /** Highest sum of all samples so far, in bytes. */
  public long peak() {
    return peak.get();
  }

  /** The sum at this moment, in bytes. */
  public long sample() {
    Set<Long> pids = new LinkedHashSet<>();
    for (ProcessHandle root : roots.get()) {
      pids.add(root.pid());
      root.descendants().forEach(child -> pids.add(child.pid()));
    }
    long sum = pids.stream().mapToLong(MemoryMeter::bytesOf).sum();
    peak.accumulateAndGet(sum, Math::max);
    return sum;
  }

  static long bytesOf(long pid) {
    Path folder = PROC.resolve(Long.toString(pid));
    long share = kibibytes(folder.resolve("smaps_rollup"), "Pss:");
    return 1024 * (share > 0 ? share : kibibytes(folder.resolve("status"), "VmRSS:"));
  }

  private static long kibibytes(Path file, String label) {
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(label)) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
      return 0;
    } catch (IOException e) {
      // It ended meanwhile, or this system has no such files.
      return 0;
    }
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
