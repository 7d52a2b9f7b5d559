package org.todoke.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part of the stack that is a process of its own, with its log in a file. */
final class ManagedProcess {

  private static final long GRACE_SECONDS = 15;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process process;

  ManagedProcess(String name, List<String> command, Map<String, String> environment, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  void start() {
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
      // Nothing will ever be typed into it, and a child must not wait for the terminal.
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
  }

  /** The exit code, if it has been started and is no more. */
  Optional<Integer> ended() {
    return Optional.ofNullable(process).filter(p -> !p.isAlive()).map(Process::exitValue);
  }

  /** SIGKILL: what a power cut does to it. */
  void kill() {
    end(true);
  }

  void stop() {
    end(false);
  }

  private void end(boolean forcibly) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      if (!forcibly) {
        running.destroy();
        if (running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
          process = null;
          return;
        }
      }
      running.destroyForcibly();
      running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process = null;
  }
}
