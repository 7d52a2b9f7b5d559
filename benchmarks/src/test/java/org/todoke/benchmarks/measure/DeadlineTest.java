package org.todoke.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void whatIsSoAlreadyIsNotWaitedForEvenWhenTimeIsUp() {
    new Deadline(Duration.ZERO).await("nothing", () -> true);
  }

  @Test
  void whatBecomesSoIsLookedForAgain() {
    var looks = new AtomicInteger();

    new Deadline(Duration.ofMinutes(1)).await("the third look", () -> looks.incrementAndGet() == 3);

    assertThat(looks).hasValue(3);
  }

  @Test
  void whatNeverComesIsNamed() {
    assertThatThrownBy(() -> new Deadline(Duration.ZERO).await("a quiet suite", () -> false))
        .hasMessage("not in time: a quiet suite");
  }
}
