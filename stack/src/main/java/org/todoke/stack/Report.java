package org.todoke.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came out of a run, for a person and as JSON for a machine. */
public final class Report implements Findings {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Expectation> expectations = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final Map<String, Duration> durations = new LinkedHashMap<>();
  private long peakMemoryMiB;
  private @Nullable String failure;

  /** One thing that was expected, and what was seen. */
  public record Expectation(String name, Object expected, Object actual, boolean ok) {}

  @Override
  public synchronized void expect(String name, Object expected, Object actual) {
    expectations.add(new Expectation(name, expected, actual, Objects.equals(expected, actual)));
  }

  @Override
  public synchronized void figure(String name, Object value) {
    figures.put(name, value);
  }

  /** How long a phase took: {@code build}, {@code start} or {@code scenario}. */
  public synchronized void took(String phase, Duration duration) {
    durations.put(phase, duration);
  }

  public synchronized void peakMemory(long bytes) {
    peakMemoryMiB = bytes / (1024 * 1024);
  }

  /** The run ended before its end. */
  public synchronized void failed(String reason) {
    failure = reason;
  }

  public synchronized List<Expectation> expectations() {
    return List.copyOf(expectations);
  }

  public synchronized List<Expectation> unmet() {
    return expectations.stream().filter(e -> !e.ok()).toList();
  }

  /** A run that expected nothing proves nothing, so it is not well. */
  public synchronized boolean ok() {
    return failure == null
        && !expectations.isEmpty()
        && expectations.stream().allMatch(Expectation::ok);
  }

  public synchronized String toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("ok", ok());
    ObjectNode seconds = root.putObject("seconds");
    durations.forEach((phase, took) -> seconds.put(phase, took.toMillis() / 100 / 10.0));
    ArrayNode list = root.putArray("expectations");
    for (Expectation each : expectations) {
      list.addObject()
          .put("name", each.name())
          .putPOJO("expected", plain(each.expected()))
          .putPOJO("actual", plain(each.actual()))
          .put("ok", each.ok());
    }
    ObjectNode figuresNode = root.putObject("figures");
    figures.forEach((name, value) -> figuresNode.putPOJO(name, plain(value)));
    root.put("peakMemoryMiB", peakMemoryMiB);
    if (failure != null) {
      root.put("failure", failure);
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (IOException e) {
      throw new IllegalStateException("a report that is no JSON", e);
    }
  }

  public void writeTo(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, toJson() + "\n");
  }

  /** Numbers, texts and collections stay what they are; anything else becomes its text. */
  private static Object plain(Object value) {
    boolean known =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Map<?, ?>
            || value instanceof Iterable<?>;
    return known ? value : String.valueOf(value);
  }
}
