package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.todoke.stack.Report;
import org.todoke.stack.Stack;
import org.todoke.stack.scenario.Vol334;

/** SIGKILL to each part while the notice is on its way. */
class CrashIT {

  /**
   * One part before each of these steps. While it is away the play goes on, as far as it can, and
   * tries again where it cannot; the part comes back beside it.
   */
  private static final List<String> VICTIMS =
      List.of(
          "registry",
          Stack.KAFKA,
          "notice",
          Stack.POSTGRES,
          "checklist",
          Stack.GATEWAY,
          "notice",
          Stack.KAFKA,
          "checklist");

  @Test
  void afterEachPartWasKilledTheFiguresAreThoseOfAnUndisturbedPlay() {
    Report undisturbed = CascadeIT.play(Suite.shared()).report();
    try (Stack stack = Suite.disposable()) {
      Deque<String> victims = new ArrayDeque<>(VICTIMS);
      List<String> killed = new ArrayList<>();
      Report report = new Report();
      Vol334 play =
          new Vol334(
              new Interruption(
                  victims,
                  killed,
                  part -> {
                    stack.kill(part);
                    return CompletableFuture.runAsync(() -> stack.restart(part));
                  }));

      play.run(
          stack,
          report,
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

      assertThat(killed).containsExactlyElementsOf(VICTIMS);
      assertThat(report.unmet()).isEmpty();
      assertThat(Figures.of(report)).isEqualTo(Figures.of(undisturbed));
    }
  }
}
