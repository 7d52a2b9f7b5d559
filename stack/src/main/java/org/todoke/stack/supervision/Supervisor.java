package org.todoke.stack.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackProblem;

/**
 * Starts parts and sees to it that they run until they are stopped. Every process is written down
 * before it is waited for.
 */
public final class Supervisor {

  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Duration SWEEP_PATIENCE = Duration.ofSeconds(10);

  /** Time for a stop that is under way to be known, before an end is called unexpected. */
  private static final Duration BENEFIT_OF_DOUBT = Duration.ofMillis(500);

  private final StackFolders folders;
  private final RunFile runFile;
  private final Progress progress;
  private final Map<String, Part> parts = new ConcurrentHashMap<>();
  private final Map<String, ManagedProcess> running = new ConcurrentHashMap<>();
  private final Set<ManagedProcess> endMeant = ConcurrentHashMap.newKeySet();

  /** Fails when a part has ended that nobody had asked to end. */
  private final CompletableFuture<Void> unexpectedEnd = new CompletableFuture<>();

  private volatile boolean stopping;

  public Supervisor(StackFolders folders, Progress progress) {
    this.folders = folders;
    this.runFile = new RunFile(folders.runFile());
    this.progress = progress;
  }

  /** Ends what an earlier run left behind. */
  public void sweepUp() {
    List<RunFile.Entry> left = runFile.leftOver();
    // All but the database at the same time, since nobody waits for their farewell any more.
    left.stream().filter(entry -> !isDatabase(entry)).toList().parallelStream().forEach(this::end);
    left.stream().filter(Supervisor::isDatabase).forEach(this::end);
    runFile.clear();
  }

  private static boolean isDatabase(RunFile.Entry entry) {
    return entry.name().equals(Stack.POSTGRES);
  }

  private void end(RunFile.Entry entry) {
    entry
        .running()
        .ifPresent(
            process -> {
              Signals.stop(process, isDatabase(entry) ? "INT" : "TERM", SWEEP_PATIENCE);
              progress.sweptUp(entry.name(), entry.pid());
            });
  }

  /** Starts all at the same time and returns when all work. */
  public void startAll(List<? extends Part> together) {
    var starts = new ArrayList<CompletableFuture<Void>>();
    for (Part part : together) {
      starts.add(CompletableFuture.runAsync(() -> start(part), task -> daemon(part, task)));
    }
    var firstFault = new CompletableFuture<Void>();
    starts.forEach(
        each ->
            each.whenComplete(
                (done, fault) -> {
                  if (fault != null) {
                    firstFault.completeExceptionally(fault);
                  }
                }));
    var all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
    try {
      // The first that fails is enough; nobody waits for the others then.
      CompletableFuture.anyOf(all, firstFault, unexpectedEnd).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackProblem problem
          ? problem
          : new StackProblem(e, "start.failed", String.valueOf(e.getCause()));
    }
  }

  private static void daemon(Part part, Runnable task) {
    Thread thread = new Thread(task, "start-" + part.name());
    thread.setDaemon(true);
    thread.start();
  }

  private void start(Part part) {
    long begin = System.nanoTime();
    progress.starting(part.name());
    parts.put(part.name(), part);
    ManagedProcess process = launch(part);
    while (!part.isReady()) {
      if (stopping) {
        throw new StackProblem("start.stopped");
      }
      if (!process.isAlive()) {
        if (!part.maySucceedLater() || since(begin).compareTo(part.patience()) > 0) {
          throw new StackProblem(
              "part.died", part.name(), process.exitCode(), folders.log(part.name()));
        }
        endMeant.add(process);
        pause(LOOK);
        process = launch(part);
        continue;
      }
      if (since(begin).compareTo(part.patience()) > 0) {
        throw new StackProblem(
            "part.not-ready", part.name(), part.patience().toSeconds(), folders.log(part.name()));
      }
      pause(LOOK);
    }
    part.prepare();
    progress.ready(part.name(), since(begin));
  }

  private synchronized ManagedProcess launch(Part part) {
    if (stopping) {
      throw new StackProblem("start.stopped");
    }
    ManagedProcess process = part.launch();
    running.put(part.name(), process);
    runFile.note(part.name(), process.handle());
    process.whenEnded(
        () -> {
          pause(BENEFIT_OF_DOUBT);
          if (!stopping && !endMeant.contains(process)) {
            progress.died(part.name(), process.exitCode());
            unexpectedEnd.completeExceptionally(
                new StackProblem(
                    "part.died", part.name(), process.exitCode(), folders.log(part.name())));
          }
        });
    return process;
  }

  /** As a crash of the process would. */
  public void kill(String name) {
    ManagedProcess process = process(name);
    endMeant.add(process);
    process.kill();
  }

  /** Ends it in good order. */
  public void stop(String name) {
    ManagedProcess process = process(name);
    endMeant.add(process);
    Part part = parts.get(name);
    process.stop(part.stopSignal(), part.stopPatience());
  }

  /** Starts it again, after ending it in good order if it still runs; returns when it works. */
  public void restart(String name) {
    stop(name);
    start(parts.get(name));
  }

  public boolean isAlive(String name) {
    ManagedProcess process = running.get(name);
    return process != null && process.isAlive();
  }

  private ManagedProcess process(String name) {
    ManagedProcess process = running.get(name);
    if (process == null) {
      throw new IllegalArgumentException("no such part: " + name);
    }
    return process;
  }

  public ProcessHandle handle(String name) {
    return process(name).handle();
  }

  /** Of the parts that were started. */
  public Collection<ProcessHandle> handles() {
    return running.values().stream()
        .filter(ManagedProcess::isAlive)
        .map(ManagedProcess::handle)
        .toList();
  }

  /** Ends everything: the members of a group at the same time, the groups one after another. */
  public void stopAll(List<List<String>> groups) {
    boolean first = !stopping;
    stopping = true;
    if (first && !handles().isEmpty()) {
      progress.stopping();
    }
    // Waits for a launch that is just happening, so that none is missed.
    List<ManagedProcess> known;
    synchronized (this) {
      known = List.copyOf(running.values());
    }
    for (List<String> group : groups) {
      var stops =
          known.stream()
              .filter(process -> group.contains(process.name()))
              .map(
                  process ->
                      CompletableFuture.runAsync(
                          () -> {
                            Part part = parts.get(process.name());
                            process.stop(part.stopSignal(), part.stopPatience());
                          },
                          task -> daemon(parts.get(process.name()), task)))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(stops).join();
    }
    runFile.clear();
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackProblem("start.stopped");
    }
  }
}
