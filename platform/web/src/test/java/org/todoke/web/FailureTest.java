package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FailureTest extends WebTest {

  private final Logger logger = Logger.getLogger("org.todoke.web.problem");
  private final Records records = new Records();

  @BeforeEach
  void listen() {
    logger.addHandler(records);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(records);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug", "stack-overflow", "web", "return-value", "unwritable"})
  void nothingOfOurOwnFaultsIsTold(String kind) {
    Response answer = asCity().get("/v1/faults/" + kind);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo("internal");
    assertThat(answer.asString())
        .doesNotContain("Yamada", "secret", "Exception", "Error", "org.todoke", "select");
  }

  @Test
  void ourOwnFaultIsLoggedWithItsTraceAndTheCorrelationId() {
    asCity().header("X-Correlation-Id", "find-me-1").get("/v1/faults/bug");

    assertThat(records.errors())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getThrown()).isInstanceOf(IllegalStateException.class);
              assertThat(record.getMdc("correlationId")).isEqualTo("find-me-1");
              assertThat(record.getMdc("organization")).isEqualTo(CITY);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "stale, 412, request.stale",
    "twice, 409, request.conflict",
    "wrapped, 409, request.conflict",
    "away, 503, service.unavailable",
    "contended, 503, request.contended",
    "unknown, 404, thing.unknown",
    "without-text, 409, thing.nobody-wrote-a-text"
  })
  void whatIsKnownHasItsOwnAnswer(String kind, int status, String code) {
    Response answer = asCity().get("/v1/faults/" + kind);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    assertThat(answer.asString()).doesNotContain("Yamada");
    assertThat(records.errors()).isEmpty();
  }

  @Test
  void callerIsToldWhenToComeBack() {
    assertThat(asCity().get("/v1/faults/away").header("Retry-After")).isEqualTo("5");
    assertThat(asCity().get("/v1/faults/contended").header("Retry-After")).isEqualTo("1");
  }

  /** A database connection that breaks in the middle, for real. */
  @Test
  void lostDatabaseIsTemporaryAndTheNextRequestIsServed() {
    Response answer = asCity().post("/v1/rows/disconnect");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("service.unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(asCity().get("/v1/rows/settings").statusCode()).isEqualTo(200);
  }

  @Test
  void faultsOfCallersAreNotLoggedAsErrors() {
    json(asCity(), "{").post("/v1/things");
    json(asCity(), "{\"name\": 1}").post("/v1/things");
    asCity().get("/v1/nothing");
    as("abc").get("/v1/things");

    assertThat(records.errors()).isEmpty();
  }

  private static final class Records extends Handler {
    private final List<ExtLogRecord> seen = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      ExtLogRecord ext = ExtLogRecord.wrap(record);
      ext.copyMdc();
      seen.add(ext);
    }

    List<ExtLogRecord> errors() {
      return seen.stream().filter(r -> r.getLevel().intValue() >= Level.SEVERE.intValue()).toList();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
