package org.todoke.stack.supervision;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.todoke.stack.StackProblem;

/** A child process that writes to its log and can be signalled. */
public final class ManagedProcess {

  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final String name;
  private final Process process;

  private ManagedProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * @param environment added to that of the launcher
   */
  public static ManagedProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    var whole = new ArrayList<String>();
    // In a session of its own, so that Ctrl-C reaches the launcher alone and all stop in order.
    if (Files.isExecutable(SETSID)) {
      whole.add(SETSID.toString());
    }
    whole.addAll(command);
    var builder =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new ManagedProcess(name, builder.start());
    } catch (IOException e) {
      throw new StackProblem(e, "part.unstartable", name, String.valueOf(e.getMessage()));
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Of a process that has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Calls when it has ended, for whatever reason. */
  void whenEnded(Runnable told) {
    process.onExit().thenRun(told);
  }

  /** Ends it without giving it a chance, as a crash would. */
  void kill() {
    process.destroyForcibly();
    waitFor(Duration.ofSeconds(10));
  }

  /** Asks it to end, and makes it end if it does not. */
  void stop(String signal, Duration patience) {
    if (!process.isAlive()) {
      return;
    }
    Signals.send(signal, process.pid());
    if (!waitFor(patience)) {
      kill();
    }
  }

  private boolean waitFor(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
