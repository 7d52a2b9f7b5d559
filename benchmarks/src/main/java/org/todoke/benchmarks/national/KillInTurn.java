package org.todoke.benchmarks.national;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.todoke.stack.Stack;

/**
 * SIGKILL to one part after the other, each when a further part of those who pass the notice on
 * have done so, and when the one before is back.
 */
final class KillInTurn implements CascadeRun.Disturbance {

  /** All but the issuer: tokens are signed beforehand, and services keep its keys. */
  static final List<String> PARTS =
      List.of("notice", Stack.KAFKA, "checklist", Stack.POSTGRES, "registry", Stack.GATEWAY);

  private final Suite suite;
  private int next;
  private CompletableFuture<Void> back = CompletableFuture.completedFuture(null);

  KillInTurn(Suite suite) {
    this.suite = suite;
  }

  @Override
  public synchronized void passedOn(int done, int all) {
    if (next < PARTS.size() && back.isDone() && done >= all * (next + 1L) / (PARTS.size() + 2)) {
      kill(PARTS.get(next++));
    }
  }

  private void kill(String part) {
    suite.say("kill -9 of %s", part);
    suite.stack().kill(part);
    back = CompletableFuture.runAsync(() -> suite.stack().restart(part));
  }

  /**
   * Whoever was not killed while the notice was passed on is killed while it is still on its way.
   */
  @Override
  public synchronized void awaitEnd() {
    back.join();
    while (next < PARTS.size()) {
      kill(PARTS.get(next++));
      back.join();
    }
  }
}
