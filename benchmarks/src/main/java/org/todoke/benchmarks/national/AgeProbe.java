package org.todoke.benchmarks.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.benchmarks.wire.Answer;
import org.todoke.benchmarks.wire.Connection;

/**
 * How old the figures are that a reader is shown. Nobody of one prefecture takes part in the storm;
 * there the probe acknowledges for one establishment after the other and reads the prefecture's
 * figure again and again until that acknowledgement is in it. The age counts from before the
 * acknowledgement is sent, so from before its commit, to the answer that shows it: it is never
 * shorter than the truth.
 */
final class AgeProbe implements AutoCloseable {

  private static final long BETWEEN_MILLIS = 400;
  private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Suite suite;
  private final String notice;
  private final String prefecture;
  private final List<String> establishments;
  private final List<Long> ages = new ArrayList<>();
  private final Thread thread;
  private volatile boolean over;
  private volatile String hindrance = "";
  private int acknowledged;

  /** Begins at once; everybody of the prefecture has the notice and nobody has acknowledged it. */
  AgeProbe(Suite suite, String notice, String prefecture, List<String> establishments) {
    this.suite = suite;
    this.notice = notice;
    this.prefecture = prefecture;
    this.establishments = establishments;
    thread = new Thread(this::probe, "age-probe");
    thread.setDaemon(true);
    thread.start();
  }

  static void prepare(Suite suite, String prefecture, List<String> establishments) {
    suite.tokens().of(prefecture, "probe");
    suite.tokens().prepare(establishments);
  }

  private void probe() {
    try (Connection writing = suite.connect();
        Connection reading = suite.connect()) {
      for (String code : establishments) {
        if (over) {
          return;
        }
        long began = System.nanoTime();
        int status = AckStorm.send(writing, notice, code, suite.tokens().of(code));
        if (status != 200) {
          throw new IllegalStateException("an acknowledgement was answered by " + status);
        }
        acknowledged++;
        while (figure(reading) < acknowledged) {
          if (System.nanoTime() - began > GIVE_UP_NANOS) {
            throw new IllegalStateException("an acknowledgement does not come into the figure");
          }
        }
        ages.add(System.nanoTime() - began);
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      }
    } catch (IOException | IllegalStateException e) {
      hindrance = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long figure(Connection reading) throws IOException {
    Answer answer =
        reading.send(
            "GET",
            "/v1/notices/" + notice + "/progress/" + prefecture,
            suite.tokens().of(prefecture, "probe"),
            null,
            null);
    return acknowledged(answer.json());
  }

  /** Of the establishments, from the progress of a node. */
  static long acknowledged(JsonNode progress) {
    for (JsonNode tier : progress.path("tiers")) {
      if (tier.path("tier").asText().equals("establishment")) {
        return tier.path("acknowledged").path("numerator").asLong();
      }
    }
    return 0;
  }

  /** How many acknowledgements it made itself. Asked once it is closed. */
  int made() {
    return acknowledged;
  }

  /** Asked once it is closed. */
  Percentiles ages() {
    return new Percentiles(ages.stream().mapToLong(Long::longValue).toArray());
  }

  /** Why it could not go on; empty if it could. */
  String hindrance() {
    return hindrance;
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join(TimeUnit.NANOSECONDS.toMillis(GIVE_UP_NANOS) * 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
