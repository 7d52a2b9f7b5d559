package org.todoke.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CPU seconds of processes and all that they have started, as the kernel counts them. A child that
 * has ended counts on in its parent, so a connection of PostgreSQL is never lost.
 */
public final class CpuMeter {

  private static final Path PROC = Path.of("/proc");

  /** What the kernel tells user space on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private final Map<String, ProcessHandle> processes;

  /**
   * @param processes by name
   */
  public CpuMeter(Map<String, ProcessHandle> processes) {
    this.processes = new LinkedHashMap<>(processes);
  }

  /** Since each began, by name; 0 where the kernel tells nothing. */
  public Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach((name, process) -> seconds.put(name, withDescendants(process)));
    return seconds;
  }

  /** What was used between two looks, by name. */
  public static Map<String, Double> used(Map<String, Double> before, Map<String, Double> after) {
    Map<String, Double> used = new LinkedHashMap<>();
    after.forEach(
        (name, seconds) -> used.put(name, Math.max(0, seconds - before.getOrDefault(name, 0.0))));
    return used;
  }

  private static double withDescendants(ProcessHandle process) {
    if (process.equals(ProcessHandle.current())) {
      // The parts are children of the launcher and count for themselves.
      return seconds(process.pid(), 2);
    }
    return seconds(process.pid(), 4)
        + process.descendants().mapToDouble(child -> seconds(child.pid(), 4)).sum();
  }

  private static double seconds(long pid, int fields) {
    try {
      return ticks(Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat")), fields)
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      // It ended meanwhile and counts in its parent, or this system has no such files.
      return 0;
    }
  }

  /**
   * The first so many of utime and stime, its own, and of cutime and cstime, of its children that
   * have ended.
   */
  static long ticks(String stat, int count) {
    // The name in brackets may hold anything, spaces and brackets too.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 11; i < 11 + count; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks;
  }
}
