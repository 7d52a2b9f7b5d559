package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Thing;
import org.todoke.messaging.app.Things;
import org.todoke.security.SystemScope;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class OutboxTest {

  private static final String TOPIC = "todoke.deliveries";

  @Inject Things things;
  @Inject Outbox outbox;
  @Inject RelaySignal signal;
  @Inject Clock clock;
  @Inject DataSource dataSource;
  @Inject EntityManager entities;

  private final String id = UUID.randomUUID().toString();
  private TopicProbe probe;

  @BeforeEach
  void listen() {
    probe = TopicProbe.fromNow(TOPIC);
    things.create(id);
  }

  @AfterEach
  void hangUp() {
    probe.close();
  }

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
  void severalEventsOfOneTransactionKeepTheirOrder() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                outbox.appendAll(
                    LongStream.rangeClosed(1, 5)
                        .mapToObj(n -> Things.event(id, n, clock))
                        .toList()));

    assertThat(probe.awaitEvents(5, e -> e.subject().equals(id)))
        .extracting(ReceivedEvent::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void manyWritersKeepTheOrderOfEachKey() throws Exception {
    List<String> keys = IntStream.range(0, 6).mapToObj(i -> id + "-" + i).toList();
    keys.forEach(things::create);
    int writers = 8;
    int changes = 25;
    var threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        boolean setBased = w == 0;
        work.add(threads.submit(() -> write(keys, changes, setBased)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    long expected = keys.stream().mapToLong(this::sequenceOf).sum();

    List<ReceivedEvent> received =
        probe.awaitEvents((int) expected, e -> keys.contains(e.subject()));

    assertThat(received).hasSize((int) expected);
    assertThat(received).extracting(ReceivedEvent::id).doesNotHaveDuplicates();
    Map<String, List<Long>> sequences =
        received.stream()
            .collect(
                Collectors.groupingBy(
                    ReceivedEvent::subject,
                    Collectors.mapping(ReceivedEvent::sequence, Collectors.toList())));
    for (String key : keys) {
      assertThat(sequences.get(key))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, sequenceOf(key)).boxed().toList());
    }
  }

  private void write(List<String> keys, int changes, boolean setBased) {
    for (int i = 0; i < changes; i++) {
      if (setBased) {
        things.changeAll();
      } else {
        things.change(keys.get(ThreadLocalRandom.current().nextInt(keys.size())));
      }
    }
  }

  @Test
  void eventsGoOnAfterEveryConnectionWasCut() throws Exception {
    things.change(id);
    probe.awaitEvents(1, e -> e.subject().equals(id));
    cutEveryConnection();

    Eventually.assertThat(() -> assertThatCode(() -> things.change(id)).doesNotThrowAnyException());

    assertThat(probe.awaitEvents(2, e -> e.subject().equals(id)))
        .extracting(ReceivedEvent::sequence)
        .containsExactly(1L, 2L);
  }

  /** No request of the application renews a connection here: the relay finds out by itself. */
  @Test
  void relayAloneGetsOverConnectionsThatWereCut() throws Exception {
    cutEveryConnection();
    try (Connection superuser = TestDatabase.named("todoke_messaging_test").connectAsSuperuser();
        PreparedStatement insert =
            superuser.prepareStatement(
                """
                insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
                                    correlation_id, data)
                values ('delivery.acknowledged', ?, ?, 1, now(), now(), ?, '{}')""")) {
      insert.setString(1, id);
      insert.setString(2, id);
      insert.setString(3, id);
      insert.executeUpdate();
    }

    assertThat(probe.awaitEvents(1, e -> e.subject().equals(id))).hasSize(1);
  }

  private static void cutEveryConnection() throws SQLException {
    try (Connection superuser = TestDatabase.named("todoke_messaging_test").connectAsSuperuser();
        PreparedStatement cut =
            superuser.prepareStatement(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""")) {
      cut.execute();
    }
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

  private void execute(String sql, String argument) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long sequenceOf(String key) {
    return count("select seq from thing where id = ?", key);
  }

  private long count(String sql, String argument) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, argument);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
