package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.contracts.event.EventData;
import org.todoke.messaging.app.Thing;
import org.todoke.messaging.app.Things;
import org.todoke.security.SystemScope;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TopicProbe;

@QuarkusTest
class OutboxTest extends OutboxCase {

  @Test
  void committedEventIsOnKafkaExactlyAsInTheTable() {
    var row = new AtomicReference<Map<String, String>>();
    // Only the suite itself may read the outbox.
    SystemScope.run(() -> things.changeBetween(id, () -> {}, () -> row.set(onlyRowOfOutbox())));

    ReceivedEvent received = probe.awaitEvent("delivery.acknowledged", id);

    EventContract.assertValid(received);
    assertThat(received.key()).isEqualTo(row.get().get("partition_key")).isEqualTo(id);
    assertThat(received.id()).isEqualTo(row.get().get("event_id"));
    assertThat(received.event().getSource()).hasToString("/todoke/notice");
    assertThat(received.event().getDataSchema())
        .hasToString("urn:todoke:event:delivery.acknowledged:1");
    assertThat(received.event().getDataContentType()).isEqualTo("application/json");
    assertThat(received.event().getTime().toInstant())
        .isEqualTo(OffsetDateTime.parse(row.get().get("time")).toInstant());
    assertThat(OffsetDateTime.parse(received.extension("recordedtime")).toInstant())
        .isEqualTo(OffsetDateTime.parse(row.get().get("recorded_time")).toInstant());
    assertThat(received.extension("partitionkey")).isEqualTo(id);
    assertThat(received.extension("correlationid")).isEqualTo("cascade-" + id);
    assertThat(received.extension("causationid")).isNull();
    assertThat(received.sequence()).isEqualTo(1);
    assertThat(new String(received.event().getData().toBytes(), StandardCharsets.UTF_8))
        .isEqualTo(row.get().get("data"))
        .contains("\"organization\":\"lg:382043\"");
  }

  @Test
  void tombstoneReachesKafkaWithoutABody() {
    try (TopicProbe organizations = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      QuarkusTransaction.requiringNew().run(() -> outbox.append(erased(5)));

      ReceivedEvent received = organizations.awaitEvent("organization.erased", id);

      EventContract.assertValid(received);
      assertThat(received.event().getData()).isNull();
      assertThat(received.key()).isEqualTo(id);
      assertThat(received.sequence()).isEqualTo(5);
      assertThat(count("select count(*) from outbox where partition_key = ?", id)).isZero();
    }
  }

  @Test
  void onlyATombstoneHasNoData() {
    OutboxEvent event = Things.event(id, 1, clock);
    assertThatThrownBy(() -> with(EventType.DELIVERY_ACKNOWLEDGED, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(EventType.ORGANIZATION_ERASED, event.data()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private OutboxEvent erased(long sequence) {
    return new OutboxEvent(
        EventType.ORGANIZATION_ERASED, id, id, sequence, clock.instant(), id, null, null);
  }

  private OutboxEvent with(EventType type, @Nullable EventData data) {
    return new OutboxEvent(type, id, id, 1, clock.instant(), id, null, data);
  }

  @Test
  void eventIsRecordedByTheClockOfTheApplication() {
    var before = clock.instant().truncatedTo(ChronoUnit.MICROS);
    things.change(id);

    String recorded = probe.awaitEvent("delivery.acknowledged", id).extension("recordedtime");

    assertThat(OffsetDateTime.parse(recorded).toInstant()).isBetween(before, clock.instant());
  }

  @Test
  void failureBeforeTheAppendLeavesNothing() {
    assertThatThrownBy(() -> things.changeBetween(id, OutboxTest::fail, () -> {}))
        .hasMessage("on purpose");

    assertOnlyTheNextChangeArrives();
  }

  @Test
  void failureAfterTheAppendLeavesNothing() {
    assertThatThrownBy(() -> things.changeBetween(id, () -> {}, OutboxTest::fail))
        .hasMessage("on purpose");

    assertOnlyTheNextChangeArrives();
  }

  @Test
  void failureOfTheCommitLeavesNothing() {
    assertThatThrownBy(
            () -> things.changeBetween(id, () -> {}, () -> insertReceiptOf("no such thing")))
        .hasStackTraceContaining("receipt_thing_fkey");

    assertOnlyTheNextChangeArrives();
  }

  /** Same key, same shard, same partition: had the failed one left, it would lie before this. */
  private void assertOnlyTheNextChangeArrives() {
    things.change(id);
    probe.awaitEvent("delivery.acknowledged", id);
    assertThat(probe.drain().stream().filter(e -> e.subject().equals(id)))
        .extracting(ReceivedEvent::sequence)
        .containsExactly(1L);
  }

  @Test
  void outsideATransactionNothingIsTaken() {
    assertThatThrownBy(() -> outbox.append(Things.event(id, 1, clock)))
        .isInstanceOf(TransactionalException.class);
    assertThatThrownBy(() -> outbox.wakeRelay()).isInstanceOf(TransactionalException.class);
  }

  @Test
  void whatEntitiesHoldBackIsWrittenBeforeTheEvent() {
    String other = UUID.randomUUID().toString();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.persist(new Thing(other, "new"));
              outbox.append(Things.event(other, 1, clock));
              assertThat(count("select count(*) from thing where id = ?", other)).isEqualTo(1);
            });
  }

  @Test
  void onlyACommitWakesTheRelay() {
    long before = signal.given();
    assertThatThrownBy(() -> things.changeBetween(id, () -> {}, OutboxTest::fail))
        .hasMessage("on purpose");
    assertThat(signal.given()).isEqualTo(before);

    things.changeBetween(id, () -> {}, () -> assertThat(signal.given()).isEqualTo(before));

    assertThat(signal.given()).isEqualTo(before + 1);
  }

  @Test
  void outboxIsShownToTheSuiteOnly() throws SQLException {
    try (Connection application = TestDatabase.named("todoke_messaging_test").connectAsApp()) {
      application.setAutoCommit(false);
      OwnDatabase.append(application, List.of(id), 7, 7, "delivery.acknowledged", "{}");

      assertThat(shown(application, "")).isZero();
      assertThat(shown(application, "lg:382043")).isZero();
      assertThat(shown(application, "system")).isEqualTo(1);
      application.rollback();
    }
  }

  private long shown(Connection connection, String organization) throws SQLException {
    try (PreparedStatement become =
            connection.prepareStatement("select set_config('todoke.org', ?, true)");
        PreparedStatement query =
            connection.prepareStatement("select count(*) from outbox where partition_key = ?")) {
      become.setString(1, organization);
      become.execute();
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }

  private void insertReceiptOf(String thing) {
    execute("insert into receipt (thing) values (?)", thing);
  }

  private Map<String, String> onlyRowOfOutbox() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select event_id, partition_key, data, to_json(time) #>> '{}' as time,
                       to_json(recorded_time) #>> '{}' as recorded_time
                from outbox where partition_key = ?""")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Map.of(
            "event_id", row.getString("event_id"),
            "partition_key", row.getString("partition_key"),
            "data", row.getString("data"),
            "time", row.getString("time"),
            "recorded_time", row.getString("recorded_time"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
