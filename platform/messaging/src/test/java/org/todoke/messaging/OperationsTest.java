package org.todoke.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Effects;
import org.todoke.messaging.app.Things;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.Eventually;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeServiceResource;

/** What operators see, and what is cleaned up behind everybody's back. */
@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class OperationsTest {

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject Things things;
  @Inject Effects effects;
  @Inject Inbox inbox;
  @Inject Housekeeping housekeeping;
  @Inject Clock clock;

  private final TestDatabase database = TestDatabase.named("todoke_messaging_test");

  @BeforeEach
  void heal() {
    effects.reset();
  }

  @Test
  void relayIsReadyWhileNothingWaits() {
    Eventually.assertThat(() -> assertThat(check("outbox-relay")).containsEntry("status", "UP"));
  }

  /** The row is held by a lock that the relay does not have; so it gets old. */
  @Test
  void readinessIsDownWhileAnEventIsOld() throws SQLException {
    try (Connection other = database.connectAsSuperuser()) {
      other.setAutoCommit(false);
      try (PreparedStatement lock =
          other.prepareStatement(
              "select pg_advisory_xact_lock(?, s) from generate_series(0, 7) as s")) {
        lock.setInt(1, AdvisoryLocks.RELAY_SHARD);
        lock.execute();
      }
      execute(
          """
          insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
                              correlation_id, data)
          values ('delivery.acknowledged', 'old', 'old', 1, now(), now() - interval '31 seconds',
                  'old', '{}')""");

      Map<String, Object> down = check("outbox-relay");
      assertThat(down).containsEntry("status", "DOWN");
      assertThat(down.get("data").toString()).contains("waited for more than PT30S");
      Eventually.assertThat(
          () -> {
            assertThat(metric("todoke_outbox_backlog{")).isEqualTo(1);
            assertThat(metric("todoke_outbox_oldest_age_seconds{")).isBetween(31.0, 600.0);
          });
      other.commit();
    }

    Eventually.assertThat(() -> assertThat(check("outbox-relay")).containsEntry("status", "UP"));
    Eventually.assertThat(() -> assertThat(metric("todoke_outbox_backlog{")).isZero());
  }

  @Test
  void sentEventsAreCounted() {
    double before = metric("todoke_relay_sent_total{");
    String id = UUID.randomUUID().toString();
    things.create(id);
    things.change(id);

    Eventually.assertThat(
        () -> assertThat(metric("todoke_relay_sent_total{")).isGreaterThan(before));
  }

  @Test
  void parkedKeysAreSeenButDoNotStopTheService() {
    EventEnvelope event = Records.event("a", 1);
    effects.poison(event.id());
    inbox.receive("test.operations", new Records().batch(event), effects.handler("x"));

    Map<String, Object> check = check("inbox");

    assertThat(check).containsEntry("status", "UP");
    assertThat(check.get("data").toString()).isEqualTo("{parkedKeys=1}");
    Eventually.assertThat(() -> assertThat(metric("todoke_inbox_parked_keys{")).isEqualTo(1));
    assertThat(metric("todoke_inbox_parked_total{consumer=\"test.operations\"")).isEqualTo(1);
  }

  @Test
  void marksAndAnswersAreForgottenWhenTheirTimeIsOver() {
    mark("old", Duration.ofDays(31));
    mark("young", Duration.ofDays(29));
    answer("old", Duration.ofDays(8));
    answer("young", Duration.ofDays(6));

    housekeeping.clean();

    assertThat(strings("select event_id from inbox")).containsExactly("young");
    assertThat(strings("select key from idempotency_key")).containsExactly("young");
  }

  @Test
  void oneInstanceCleansAtATime() throws SQLException {
    mark("old", Duration.ofDays(31));
    try (Connection other = database.connectAsSuperuser()) {
      other.setAutoCommit(false);
      try (PreparedStatement lock = other.prepareStatement("select pg_advisory_xact_lock(?, 0)")) {
        lock.setInt(1, AdvisoryLocks.HOUSEKEEPING);
        lock.execute();
      }
      housekeeping.clean();
      assertThat(strings("select event_id from inbox")).containsExactly("old");
      other.rollback();
    }

    housekeeping.clean();

    assertThat(strings("select event_id from inbox")).isEmpty();
  }

  private void mark(String id, Duration age) {
    execute("insert into inbox values ('test', ?, ?)", id, clock.instant().minus(age));
  }

  private void answer(String key, Duration age) {
    execute(
        """
        insert into idempotency_key (organization, key, operation, request_hash, status, created_at)
        values ('go:mhlw', ?, 'x', 'x', 201, ?)""",
        key,
        clock.instant().minus(age));
  }

  private void execute(String sql) {
    try (Connection connection = database.connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql, String text, Instant instant) {
    try (Connection connection = database.connectAsSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, text);
      statement.setObject(2, instant.atOffset(ZoneOffset.UTC));
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> strings(String sql) {
    try (Connection connection = database.connectAsSuperuser();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> check(String name) {
    JsonPath health = given().get(management.resolve("health/ready")).then().extract().jsonPath();
    return health.getMap("checks.find { it.name == '" + name + "' }");
  }

  private double metric(String prefix) {
    String text =
        given().get(management.resolve("metrics")).then().statusCode(200).extract().asString();
    return text.lines()
        .filter(line -> line.startsWith(prefix))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
