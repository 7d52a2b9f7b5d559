package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.todoke.stack.StackAccess;

/** The API as each of the cast sees it, and the papers that they send. */
public final class Apis {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final StackAccess stack;
  private final Map<Cast, ApiClient> clients = new EnumMap<>(Cast.class);
  private final ObjectMapper json = new ObjectMapper();

  public Apis(StackAccess stack) {
    this.stack = stack;
  }

  public ApiClient as(Cast who) {
    return clients.computeIfAbsent(
        who,
        w ->
            new ApiClient(
                stack.gateway().toString().replaceAll("/$", ""), () -> stack.token(w.login())));
  }

  public ObjectNode object() {
    return json.createObjectNode();
  }

  /** A paper of {@code resources/scenario}. */
  public ObjectNode paper(String name) {
    try (InputStream in = Apis.class.getResourceAsStream("/scenario/" + name + ".json")) {
      return (ObjectNode) json.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks again until it is so. What one service tells another takes a moment, and longer while a
   * part is away.
   *
   * @throws IllegalStateException saying what did not come about
   */
  public static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "did not come about within " + PATIENCE.toSeconds() + " s: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  public static JsonNode first(Iterable<JsonNode> items, String pointer, String value) {
    for (JsonNode each : items) {
      if (each.at(pointer).asText().equals(value)) {
        return each;
      }
    }
    throw new IllegalStateException("nothing with " + pointer + " = " + value);
  }
}
