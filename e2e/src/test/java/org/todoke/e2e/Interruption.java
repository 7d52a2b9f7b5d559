package org.todoke.e2e;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Kills the next victim before each step, and lets the one before it come back first: one disaster
 * at a time.
 */
final class Interruption implements Consumer<String> {

  private final Deque<String> victims;
  private final List<String> killed;
  private final Function<String, CompletableFuture<Void>> killAndRestart;
  private CompletableFuture<Void> recovery = CompletableFuture.completedFuture(null);

  Interruption(
      Deque<String> victims,
      List<String> killed,
      Function<String, CompletableFuture<Void>> killAndRestart) {
    this.victims = victims;
    this.killed = killed;
    this.killAndRestart = killAndRestart;
  }

  @Override
  public void accept(String step) {
    recovery.join();
    if (!step.equals("verify") && !victims.isEmpty()) {
      String part = victims.removeFirst();
      killed.add(part);
      recovery = killAndRestart.apply(part);
    }
  }
}
