package org.todoke.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;

/**
 * Which processes a run started, so that the next run recognises those that a killed launcher left behind. A process is the same one
 * only if it also began at the same moment: numbers are given out again.
 */
final class RunFile {

  private final Path file;
  private final ObjectMapper json = new ObjectMapper();
  private final List<Entry> entries = new ArrayList<>();

  record Entry(String name, long pid, long startedAtMillis) {}

  RunFile(Path file) {
    this.file = file;
  }

  synchronized void add(String name, ProcessHandle process) {
    entries.add(new Entry(name, process.pid(), startOf(process)));
    try {
      Files.createDirectories(file.getParent());
      json.writeValue(file.toFile(), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void delete() {
    entries.clear();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what an earlier run left running, and nothing else. */
  void stopStale(BiConsumer<String, Long> told) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (Entry each : json.readValue(file.toFile(), Entry[].class)) {
        Optional<ProcessHandle> left =
            ProcessHandle.of(each.pid()).filter(p -> p.isAlive() && startOf(p) == each.startedAtMillis());
        left.ifPresent(
            process -> {
              end(process);
              told.accept(each.name(), each.pid());
            });
      }
    } catch (IOException e) {
      // A file that was cut off in the middle of writing names nobody for certain; ports are checked anyway.
      entries.clear();
    }
    delete();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
