package org.todoke.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * On what a measurement was taken, and of what.
 *
 * @param load that others put on it before it began, as the kernel's average of a minute
 * @param commit of the project; with a plus sign where files differ from it
 */
public record Machine(
    int cores,
    long memoryMiB,
    String processor,
    String system,
    String java,
    double load,
    Instant at,
    String commit) {

  /** Looks now. */
  public static Machine here(Path root) {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        memoryMiB(lines(Path.of("/proc/meminfo"))),
        processor(lines(Path.of("/proc/cpuinfo"))),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.runtime.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        commit(root));
  }

  static long memoryMiB(List<String> meminfo) {
    return meminfo.stream()
        .filter(line -> line.startsWith("MemTotal:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  static String processor(List<String> cpuinfo) {
    return cpuinfo.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String commit(Path root) {
    String commit = said(root, "git", "rev-parse", "--short=12", "HEAD");
    boolean changed = !said(root, "git", "status", "--porcelain", "-uno").isEmpty();
    return commit.isEmpty() ? "unknown" : commit + (changed ? "+" : "");
  }

  private static String said(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? said : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
