package org.todoke.benchmarks.national;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.wire.Answer;
import org.todoke.benchmarks.wire.Connection;

/**
 * Issues a notice and lets everybody pass it on as soon as it has reached them: prefectures, then
 * their municipalities, then the corporations there. Each calls under its own token.
 */
final class CascadeRun {

  private static final Duration TELL_EVERY = Duration.ofSeconds(5);
  private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
  private static final int PAUSE_MILLIS = 250;
  private static final int CONFLICT = 409;
  private static final Answer NOTHING_CAME_BACK = new Answer(503, new byte[0]);
  private static final Forwarder NOBODY = new Forwarder("", "");

  /** What happens to the suite meanwhile. Calls may then fail, and are made again. */
  interface Disturbance {

    /** Told by whoever has just passed the notice on; must return at once. */
    void passedOn(int done, int all);

    /** Returns when the suite is whole again. */
    void awaitEnd();
  }

  private final Suite suite;
  private final Population population;
  private final CorporationsForward corporations;
  private final int connections;
  private final LinkedBlockingQueue<Forwarder> ready = new LinkedBlockingQueue<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, ConcurrentLinkedQueue<Long>> latencies = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final AtomicInteger left = new AtomicInteger();
  private final LongAdder tried = new LongAdder();
  private final int all;
  private @Nullable Disturbance disturbance;

  /** Somebody whom the notice has reached and who has not passed it on. */
  private record Forwarder(String tier, String code) {}

  CascadeRun(
      Suite suite, Population population, CorporationsForward corporations, int connections) {
    this.suite = suite;
    this.population = population;
    this.corporations = corporations;
    this.connections = connections;
    all =
        population.prefectures().size()
            + population.allMunicipalities().size()
            + (corporations.callsEach() ? population.allCorporations().size() : 0);
    left.set(all);
  }

  CascadeRun disturbedBy(Disturbance other) {
    disturbance = other;
    return this;
  }

  /** Everybody's token; takes its time, so not while something is measured. */
  void prepare() {
    suite.tokens().of(Suite.ISSUER);
    suite.tokens().prepare(population.prefectures());
    suite.tokens().prepare(population.allMunicipalities());
    corporations.prepare(population.allCorporations());
  }

  /**
   * @param issued called as soon as there is something to ask about
   */
  CascadeTimes run(String notice, Settlement settlement, Runnable issued) {
    long events = settlement.noticeEvents();
    long assignmentEvents = settlement.assignmentEvents();
    long began = System.nanoTime();
    suite
        .once("POST", "/v1/notices/" + notice + "/issue", Suite.ISSUER, new byte[] {'{', '}'})
        .json();
    Duration answered = since(began);
    suite.say("issued in %.1f s", CascadeTimes.seconds(answered));
    issued.run();
    Duration forwarded = forwardAll(notice, began);
    if (disturbance != null) {
      disturbance.awaitEnd();
    }
    suite.deadline().await("the last establishment", () -> settlement.isReached(notice));
    Duration reached = since(began);
    suite.say("the last establishment has it after %.1f s", CascadeTimes.seconds(reached));
    suite.deadline().await("the last event on Kafka", settlement::isTold);
    Duration told = since(began);
    suite.say("the last event is on Kafka after %.1f s", CascadeTimes.seconds(told));
    suite.deadline().await("the last assignment", settlement::isSettled);
    Duration settled = since(began);
    suite.say("nothing left to do after %.1f s", CascadeTimes.seconds(settled));
    long deliveries =
        suite
            .database()
            .number(
                Suite.NOTICE, "select count(*) from delivery where notice_id = '" + notice + "'");
    return new CascadeTimes(
        deliveries,
        answered,
        forwarded,
        reached,
        told,
        settled,
        settlement.noticeEvents() - events,
        settlement.assignmentEvents() - assignmentEvents,
        calls(),
        tried.sum());
  }

  private Duration forwardAll(String notice, long began) {
    population.prefectures().forEach(code -> offer("prefecture", code));
    ExecutorService callers = Executors.newFixedThreadPool(connections);
    try {
      for (int i = 0; i < connections; i++) {
        callers.execute(() -> work(notice));
      }
      callers.shutdown();
      while (!callers.awaitTermination(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        suite.say(
            "%.0f s: %,d of %,d have passed it on",
            CascadeTimes.seconds(since(began)), all - left.get(), all);
        if (suite.deadline().left().isZero()) {
          throw new IllegalStateException("not in time: the last forwarder");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      callers.shutdownNow();
    }
    Exception fault = failure.get();
    if (fault != null) {
      throw new IllegalStateException("a forwarder could not go on: " + fault.getMessage(), fault);
    }
    return since(began);
  }

  private void work(String notice) {
    byte[] form = Papers.forwarding();
    try (Connection connection = suite.connect()) {
      for (Forwarder next = ready.take(); next != NOBODY; next = ready.take()) {
        forward(connection, notice, next, form);
        int still = left.decrementAndGet();
        if (disturbance != null) {
          disturbance.passedOn(all - still, all);
        }
        if (still == 0) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      failure.compareAndSet(null, e);
    }
    // Whoever is the first to stop, for whatever reason, stops all.
    ready.add(NOBODY);
  }

  private Answer send(Connection connection, String notice, String code, String token, byte[] form)
      throws IOException {
    try {
      return sendOnce(connection, notice, code, token, form);
    } catch (IOException e) {
      if (disturbance == null) {
        throw e;
      }
      return NOTHING_CAME_BACK;
    }
  }

  private static Answer sendOnce(
      Connection connection, String notice, String code, String token, byte[] form)
      throws IOException {
    return connection.send(
        "POST",
        "/v1/notices/" + notice + "/deliveries/" + code + "/forwarding",
        token,
        form,
        notice + "-" + code.replace(':', '-'));
  }

  private void forward(Connection connection, String notice, Forwarder forwarder, byte[] form)
      throws IOException, InterruptedException {
    String code = forwarder.code();
    String token = suite.tokens().of(code);
    long began = System.nanoTime();
    Answer answer = send(connection, notice, code, token, form);
    while (TRY_AGAIN.contains(answer.status()) && !suite.deadline().left().isZero()) {
      // As any careful client does, with the same key; the waiting counts.
      tried.increment();
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      answer = send(connection, notice, code, token, form);
    }
    latencies
        .computeIfAbsent(forwarder.tier(), tier -> new ConcurrentLinkedQueue<>())
        .add(System.nanoTime() - began);
    // Who was answered by nobody may have been heard all the same.
    if (!answer.isGood() && !(disturbance != null && answer.status() == CONFLICT)) {
      answer.json();
    }
    if (forwarder.tier().equals("prefecture")) {
      population
          .municipalities()
          .getOrDefault(code, List.of())
          .forEach(below -> offer("municipality", below));
    } else if (forwarder.tier().equals("municipality") && corporations.callsEach()) {
      population
          .corporations()
          .getOrDefault(code, List.of())
          .forEach(below -> offer("corporation", below));
    }
  }

  /** A corporation is reached by several municipalities and passes it on once. */
  private void offer(String tier, String code) {
    if (asked.add(code)) {
      ready.add(new Forwarder(tier, code));
    }
  }

  private Map<String, Percentiles> calls() {
    Map<String, Percentiles> calls = new LinkedHashMap<>();
    for (String tier : List.of("prefecture", "municipality", "corporation")) {
      if (latencies.containsKey(tier)) {
        calls.put(
            tier,
            new Percentiles(
                new ArrayList<>(latencies.get(tier))
                    .stream().mapToLong(Long::longValue).toArray()));
      }
    }
    return calls;
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
