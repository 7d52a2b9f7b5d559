package org.todoke.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what comes about by itself, without sleeping; fails with the last assertion. */
public final class Eventually {

  /** Long enough for a loaded build machine: a passing test never waits for it. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /** Until the assertion passes. */
  public static void assertThat(ThrowingRunnable assertion) {
    waiting(PATIENCE).untilAsserted(assertion);
  }

  public static void assertThat(Duration patience, ThrowingRunnable assertion) {
    waiting(patience).untilAsserted(assertion);
  }

  /** Until the value is as wished; returns it. */
  public static <T> T value(Callable<T> supplier, Predicate<? super T> wish) {
    return waiting(PATIENCE).until(supplier, wish::test);
  }

  public static <T> T value(Duration patience, Callable<T> supplier, Predicate<? super T> wish) {
    return waiting(patience).until(supplier, wish::test);
  }

  /** The assertion must hold all the time: for what must not come about. */
  public static void holdsFor(Duration span, ThrowingRunnable assertion) {
    waiting(span.plus(PATIENCE)).during(span).untilAsserted(assertion);
  }

  static ConditionFactory waiting(Duration patience) {
    // In the test's own thread: a KafkaConsumer and a request context belong to one thread.
    return Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .atMost(patience);
  }
}
