package org.todoke.benchmarks.national;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.wire.Connection;

/**
 * Establishments acknowledge as fast as they are let, each under its own token, over so many
 * connections at a time.
 */
final class AckStorm {

  private static final Duration TELL_EVERY = Duration.ofSeconds(5);
  private static final int NO_ANSWER = 0;

  private final Suite suite;
  private final int connections;

  AckStorm(Suite suite, int connections) {
    this.suite = suite;
    this.connections = connections;
  }

  /**
   * @param acknowledged how many were answered well
   * @param otherAnswers by status; 0 for none at all
   */
  record Outcome(
      int acknowledged,
      Duration took,
      Percentiles latency,
      int connections,
      Map<Integer, Integer> otherAnswers) {

    double perSecond() {
      return acknowledged / CascadeTimes.seconds(took);
    }
  }

  /** Everybody's token; takes its time, so not while something is measured. */
  void prepare(List<String> establishments) {
    suite.tokens().prepare(establishments);
  }

  Outcome run(String notice, List<String> establishments) {
    long[] nanos = new long[establishments.size()];
    AtomicInteger next = new AtomicInteger();
    LongAdder done = new LongAdder();
    Map<Integer, Integer> others = new ConcurrentHashMap<>();
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    long began = System.nanoTime();
    try {
      for (int i = 0; i < connections; i++) {
        clients.execute(
            () -> {
              try (Connection connection = suite.connect()) {
                for (int n = next.getAndIncrement();
                    n < establishments.size() && !suite.deadline().left().isZero();
                    n = next.getAndIncrement()) {
                  nanos[n] = acknowledge(connection, notice, establishments.get(n), others);
                  done.increment();
                }
              }
            });
      }
      clients.shutdown();
      while (!clients.awaitTermination(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        suite.say(
            "%.0f s: %,d of %,d have acknowledged",
            CascadeTimes.seconds(since(began)), done.sum(), establishments.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      clients.shutdownNow();
    }
    long[] good = Arrays.stream(nanos).filter(n -> n > 0).toArray();
    return new Outcome(
        good.length, since(began), new Percentiles(good), connections, new LinkedHashMap<>(others));
  }

  /** How long it took, or a negative number if it was not answered well. */
  private long acknowledge(
      Connection connection, String notice, String code, Map<Integer, Integer> others) {
    long began = System.nanoTime();
    int status = NO_ANSWER;
    try {
      status = send(connection, notice, code, suite.tokens().of(code));
    } catch (IOException e) {
      // Counted as no answer.
    }
    if (status == 200) {
      return System.nanoTime() - began;
    }
    others.merge(status, 1, Integer::sum);
    return -1;
  }

  static int send(Connection connection, String notice, String code, String token)
      throws IOException {
    return connection
        .send(
            "POST",
            "/v1/notices/" + notice + "/deliveries/" + code + "/acknowledgement",
            token,
            Papers.acknowledgement(),
            null)
        .status();
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
