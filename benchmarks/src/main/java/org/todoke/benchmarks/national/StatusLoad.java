package org.todoke.benchmarks.national;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.wire.Connection;

/**
 * Asks at a fixed rate, whatever happens to the answers: every question has a moment at which it is
 * due, and its latency counts from there. A service that stands still for a second is so felt by
 * all who would have asked in that second, not by one.
 */
final class StatusLoad implements AutoCloseable {

  /** More than can be under way while goals are met; a question that finds none free waits. */
  private static final int CONNECTIONS = 12;

  private static final int NO_ANSWER = 0;

  private final Suite suite;
  private final List<StatusQueries.Query> queries;
  private final long nanosBetween;
  private final ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final AtomicLong next = new AtomicLong();
  private final long seed;
  private volatile long began;
  private volatile boolean over;

  private record Asked(int query, int status, long nanos) {}

  /**
   * How one kind of question fared.
   *
   * @param otherAnswers by status, of those that were not answered well; 0 for none at all
   */
  record Outcome(String name, Percentiles latency, Map<Integer, Integer> otherAnswers) {}

  StatusLoad(Suite suite, List<StatusQueries.Query> queries, double perSecond, long seed) {
    this.suite = suite;
    this.queries = queries;
    this.seed = seed;
    nanosBetween = (long) (1e9 / perSecond);
  }

  /** As soon as there is something to ask about. */
  void begin() {
    began = System.nanoTime();
    for (int i = 0; i < CONNECTIONS; i++) {
      Random random = new Random(seed + i);
      clients.execute(() -> ask(random));
    }
  }

  private void ask(Random random) {
    try (Connection connection = suite.connect()) {
      while (!over) {
        long number = next.getAndIncrement();
        long due = began + number * nanosBetween;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        if (over) {
          return;
        }
        int query = (int) (number % queries.size());
        asked.add(new Asked(query, status(connection, query, random), System.nanoTime() - due));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int status(Connection connection, int query, Random random) {
    StatusQueries.Request request = queries.get(query).request().apply(random);
    try {
      return connection
          .send("GET", request.path(), suite.tokens().of(request.as(), "status"), null, null)
          .status();
    } catch (IOException e) {
      return NO_ANSWER;
    }
  }

  /** What was asked since the beginning or the last call, by kind. */
  List<Outcome> outcomes() {
    List<Asked> until = new ArrayList<>();
    for (Asked each = asked.poll(); each != null; each = asked.poll()) {
      until.add(each);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int q = 0; q < queries.size(); q++) {
      int query = q;
      List<Asked> of = until.stream().filter(a -> a.query() == query).toList();
      Map<Integer, Integer> others = new LinkedHashMap<>();
      of.stream()
          .filter(a -> a.status() != 200)
          .forEach(a -> others.merge(a.status(), 1, Integer::sum));
      long[] good = of.stream().filter(a -> a.status() == 200).mapToLong(Asked::nanos).toArray();
      outcomes.add(new Outcome(queries.get(q).name(), new Percentiles(good), others));
    }
    return outcomes;
  }

  /** Makes the tokens of all who will ask, before it begins. */
  static void prepare(Suite suite, StatusQueries queries) {
    var unused = suite.tokens().of(Suite.ISSUER, "status");
    queries.askers().parallelStream().forEach(each -> suite.tokens().of(each, "status"));
  }

  @Override
  public void close() {
    over = true;
    clients.shutdownNow();
    try {
      if (!clients.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a question has no end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
