package org.todoke.stack.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.todoke.stack.Report;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;
import org.todoke.stack.StackProblem;
import org.todoke.stack.identity.DemoUsers;
import org.todoke.stack.identity.Issuer;
import org.todoke.stack.scenario.Vol334;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code todoke up}: starts everything, plays the scenario, and stays. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the suite on this machine and play Vol. 334 on it.")
final class UpCommand implements Callable<Integer> {

  static final int UNMET = 1;
  static final int CANNOT_START = 3;

  /** What a small machine can spare. */
  private static final long MEMORY_BOUND_MIB = 3 * 1024;

  @Option(names = "--exit", description = "End after the scenario; 0 only if all held.")
  private boolean exit;

  @Option(names = "--no-demo", description = "Start only; play nothing.")
  private boolean noDemo;

  @Option(names = "--fresh", description = "Drop the kept data first.")
  private boolean fresh;

  @Option(names = "--idp", defaultValue = "mock", description = "mock (default) or keycloak.")
  private StackOptions.Idp idp = StackOptions.Idp.MOCK;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the result as JSON.")
  private @Nullable Path reportFile;

  @Option(names = "--port-offset", defaultValue = "0", description = "Added to every port.")
  private int portOffset;

  private final Path root;
  private final PrintStream out;
  private final Messages messages;
  private final Report report = new Report();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Thread playing;

  UpCommand(Path root, PrintStream out, Messages messages) {
    this.root = root;
    this.out = out;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    StackOptions options =
        StackOptions.in(root).freshly(fresh).withIdp(idp).onPortsFrom(portOffset);
    Duration build = Duration.ofSeconds(Long.getLong("todoke.build.seconds", 0));
    report.took("build", build);
    if (!build.isZero()) {
      out.println(messages.text("built", ConsoleProgress.seconds(build)));
    }
    long begin = System.nanoTime();
    var progress =
        new ConsoleProgress(
            out, messages, new StackFolders(root, options.home()), (part, code) -> partDied(part));
    try (Stack stack = Stack.start(options, progress)) {
      Duration start = Duration.ofNanos(System.nanoTime() - begin);
      report.took("start", start);
      out.println(messages.text("up", ConsoleProgress.seconds(start), stack.folders().logs()));
      if (!noDemo) {
        play(stack);
      }
      judge(stack);
      boolean held = report.ok();
      writeReport();
      if (!exit && end.getCount() > 0) {
        welcome(stack);
        end.await();
      }
      return held && end.getCount() > 0 ? 0 : UNMET;
    } catch (StackProblem e) {
      report.failed(e.getMessage());
      writeReport();
      out.println(messages.text(e));
      return CANNOT_START;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNMET;
    }
  }

  /** What holds of the stack itself, with or without a scenario. */
  private void judge(Stack stack) {
    report.expect(
        "every part still runs",
        stack.parts(),
        stack.parts().stream().filter(stack::isAlive).toList());
    long peak = stack.peakMemory() / (1024 * 1024);
    report.peakMemory(stack.peakMemory());
    report.expect("memory measured, and at most 3 GiB", true, peak > 0 && peak <= MEMORY_BOUND_MIB);
    out.println(messages.text("peak", Long.toString(peak)));
    report
        .unmet()
        .forEach(e -> out.println(messages.text("unmet", e.name(), e.expected(), e.actual())));
  }

  /**
   * Plays until the end was reached once. What was done since on the data that are kept is nobody's
   * fault, so nothing is compared then: the figures are shown as they have become.
   */
  private void play(Stack stack) {
    Path played = stack.folders().played();
    if (Files.exists(played)) {
      out.println(messages.text("scenario.kept", PlayedMark.read(played)));
      playing(() -> new Vol334().show(stack, out));
      return;
    }
    out.println(messages.text("scenario"));
    long begin = System.nanoTime();
    playing(() -> new Vol334().run(stack, report, out));
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    report.took("scenario", took);
    int all = report.expectations().size();
    out.println(
        messages.text(
            "scenario.done",
            Integer.toString(all - report.unmet().size()),
            Integer.toString(all),
            ConsoleProgress.seconds(took)));
    if (report.ok()) {
      PlayedMark.write(played, Instant.now());
    }
  }

  private void playing(Runnable scenario) {
    playing = Thread.currentThread();
    try {
      scenario.run();
    } catch (RuntimeException e) {
      report.failed(String.valueOf(e.getMessage()));
      out.println(messages.text("scenario.failed", String.valueOf(e.getMessage())));
    }
    playing = null;
    // Whatever interrupted the scenario must not disturb the orderly end as well.
    var unused = Thread.interrupted();
  }

  private void partDied(String part) {
    report.failed(part + " has ended unexpectedly");
    end.countDown();
    // A scenario would wait for the part until its own patience ends.
    Thread player = playing;
    if (player != null) {
      player.interrupt();
    }
  }

  private void writeReport() {
    if (reportFile == null) {
      return;
    }
    try {
      report.writeTo(reportFile);
      out.println(messages.text("report", reportFile));
    } catch (IOException e) {
      out.println(messages.text("report.unwritable", reportFile, String.valueOf(e.getMessage())));
    }
  }

  private void welcome(Stack stack) {
    DemoUsers users = stack.users();
    out.println();
    out.println(messages.text("urls", stack.gateway(), stack.issuer().url()));
    out.println(messages.text("logins", users.password()));
    for (DemoUsers.User user : users.users()) {
      out.println(
          messages.text(
              "login",
              String.format(Locale.ROOT, "%-18s", user.username()),
              String.format(Locale.ROOT, "%-20s", user.organization()),
              user.displayName(),
              String.join(", ", user.roles())));
    }
    out.println(
        messages.text("token.example", Issuer.CLIENT, users.password(), stack.issuer().tokenUrl()));
    out.println(messages.text("stay"));
  }
}
