package org.todoke.stack.supervision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a running stack, written down so that the next run recognises what a killed
 * launcher left behind. A process is the same only if it began at the same time: numbers are given
 * out again.
 */
public final class RunFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The kernel counts from boot in hundredths of a second, and boot itself is not so exact. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  /** A process and when it began, in milliseconds since 1970. */
  public record Entry(String name, long pid, long startedAt) {

    static Entry of(String name, ProcessHandle process) {
      return new Entry(
          name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
    }

    /** The process, if it still runs and is the same. */
    public Optional<ProcessHandle> running() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              process ->
                  process
                      .info()
                      .startInstant()
                      .map(
                          start ->
                              Math.abs(start.toEpochMilli() - startedAt) <= TOLERANCE.toMillis())
                      .orElse(false));
    }
  }

  public RunFile(Path file) {
    this.file = file;
  }

  /**
   * What an earlier run wrote and what of it is still there. A file that cannot be read is none.
   */
  public List<Entry> leftOver() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return List.of(JSON.readValue(file.toFile(), Entry[].class)).stream()
          .filter(entry -> entry.running().isPresent())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Notes a process; one of the same name is replaced. */
  public synchronized void note(String name, ProcessHandle process) {
    entries.removeIf(entry -> entry.name().equals(name));
    entries.add(Entry.of(name, process));
    write();
  }

  public synchronized void clear() {
    entries.clear();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all: a launcher may be killed while it writes. */
  private void write() {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), entries);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
