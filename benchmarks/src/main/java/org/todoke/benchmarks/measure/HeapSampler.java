package org.todoke.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a service several times a second how much of its heap is in use, and keeps the most it
 * heard. What is not collected yet counts, so this is an upper bound of what is needed.
 */
public final class HeapSampler implements AutoCloseable {

  private static final String METRIC = "jvm_memory_used_bytes{";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI metrics;
  private final AtomicLong peak = new AtomicLong();
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heap-sampler");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param management where the service gives its metrics
   */
  public HeapSampler(URI management) {
    this(management, Duration.ofMillis(250));
  }

  /**
   * @param every how often it asks, which costs the service a little each time
   */
  public HeapSampler(URI management, Duration every) {
    metrics = management.resolve("/q/metrics");
    var unused =
        sampler.scheduleWithFixedDelay(this::sample, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** In MiB, rounded up, since the start or the last {@link #reset()}. */
  public long peakMiB() {
    return (peak.get() + (1 << 20) - 1) >> 20;
  }

  public void reset() {
    peak.set(0);
  }

  private void sample() {
    HttpRequest request =
        HttpRequest.newBuilder(metrics)
            .header("Accept", "text/plain")
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      peak.accumulateAndGet(heapOf(answer), Math::max);
    } catch (IOException e) {
      // Busy or away; the next sample will tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The sum over the spaces of the heap, in bytes. */
  static long heapOf(String prometheus) {
    return prometheus
        .lines()
        .filter(line -> line.startsWith(METRIC) && line.contains("area=\"heap\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
