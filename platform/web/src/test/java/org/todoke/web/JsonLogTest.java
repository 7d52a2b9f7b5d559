package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.todoke.testing.Eventually;

/** The lines as an operator gets them, by the formatter that production has. */
@QuarkusTest
@TestProfile(JsonLogTest.JsonLines.class)
class JsonLogTest extends WebTest {

  private static final Path FILE = Path.of("target/json-log-test.log");
  private static final Set<String> ALWAYS =
      Set.of("timestamp", "level", "loggerName", "message", "threadName", "service");

  /** Into a file, because the console of a test is shared. */
  public static class JsonLines implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.log.file.enabled", "true",
          "quarkus.log.file.path", FILE.toString(),
          "quarkus.log.json.file.enabled", "true");
    }
  }

  @Test
  void lineNamesAtItsTopLevelWhatItIsAbout() {
    String id = UUID.randomUUID().toString();
    Map<String, String> names =
        Map.of(
            LogKeys.CORRELATION_ID,
            id,
            LogKeys.ORGANIZATION,
            CITY,
            LogKeys.NOTICE_ID,
            "n-" + id,
            LogKeys.EVENT_ID,
            "e-" + id);
    names.forEach(MDC::put);
    try {
      Logger.getLogger(JsonLogTest.class).info("told");
    } finally {
      names.keySet().forEach(MDC::remove);
    }

    JsonNode line = lineOf(id);

    Set<String> expected = new TreeSet<>(ALWAYS);
    expected.addAll(Set.of("correlationId", "organization", "noticeId", "eventId"));
    assertThat(keys(line)).isEqualTo(expected);
    assertThat(line.path("message").textValue()).isEqualTo("told");
    assertThat(line.path("service").textValue()).isEqualTo("todoke-web-test");
    names.forEach((key, value) -> assertThat(line.path(key).textValue()).isEqualTo(value));
  }

  @Test
  void faultOfARequestIsOneLineWithItsTrace() {
    String id = UUID.randomUUID().toString();
    asCity().header("X-Correlation-Id", id).get("/v1/faults/bug");

    JsonNode line = lineOf(id);

    Set<String> expected = new TreeSet<>(ALWAYS);
    expected.addAll(Set.of("correlationId", "organization", "stackTrace"));
    assertThat(keys(line)).isEqualTo(expected);
    assertThat(line.path("level").textValue()).isEqualTo("ERROR");
    assertThat(line.path("organization").textValue()).isEqualTo(CITY);
  }

  private static JsonNode lineOf(String correlationId) {
    List<JsonNode> lines =
        Eventually.value(() -> linesOf(correlationId), found -> !found.isEmpty());
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static List<JsonNode> linesOf(String correlationId) {
    try {
      ObjectMapper json = new ObjectMapper();
      return Files.readAllLines(FILE).stream()
          .filter(line -> line.contains(correlationId))
          .map(
              line -> {
                try {
                  return json.readTree(line);
                } catch (IOException e) {
                  throw new IllegalStateException(line, e);
                }
              })
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> keys(JsonNode line) {
    Set<String> keys = new TreeSet<>();
    for (Iterator<String> names = line.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    return keys;
  }
}
