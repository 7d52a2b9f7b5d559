package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TodokeEnvironment;
import org.todoke.testing.TopicProbe;

class RelayTest {

  private static final String TOPIC = "todoke.deliveries";

  private static OwnDatabase database;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final List<Relay> relays = new ArrayList<>();
  private TopicProbe probe;

  @BeforeAll
  static void prepare() {
    database = new OwnDatabase("todoke_messaging_relay");
  }

  @BeforeEach
  void listen() {
    database.clean();
    probe = TopicProbe.fromNow(TOPIC);
  }

  @AfterEach
  void stopEverything() {
    relays.forEach(Relay::stop);
    probe.close();
    database.asSuperuser("drop trigger if exists refuse on outbox");
  }

  @Test
  void twoRelaysAtOnceKeepTheOrderAndRepeatNothing() {
    List<String> keys = keys(40);
    start(50);
    start(50);
    for (int n = 1; n <= 50; n += 10) {
      database.append(keys, n, n + 9);
    }

    List<ReceivedEvent> received = awaitAllSent();

    Arrivals.assertCompleteAndInOrder(received, keys, 50);
    assertThat(received).hasSize(keys.size() * 50);
  }

  @Test
  void oneRelayGoesOnWhenTheOtherStops() {
    List<String> keys = keys(10);
    Relay first = start(20);
    database.append(keys, 1, 50);
    start(20);
    probe.awaitEvents(1, e -> keys.contains(e.subject()));
    first.stop();
    database.append(keys, 51, 60);

    Arrivals.assertCompleteAndInOrder(awaitAllSent(), keys, 60);
  }

  @Test
  void crashBetweenAcknowledgementAndDeletionRepeatsTheSameIds() {
    List<String> keys = keys(5);
    database.append(keys, 1, 20);
    Set<String> ids = new HashSet<>(database.outboxIds());
    database.asSuperuser(
        """
        create or replace function refuse() returns trigger language plpgsql as
          $$begin raise exception 'the process died here'; end$$;
        create trigger refuse before delete on outbox execute function refuse()""");
    start(30);
    probe.awaitEvents(ids.size() + 1, e -> keys.contains(e.subject()));
    database.asSuperuser("drop trigger refuse on outbox");

    List<ReceivedEvent> received = awaitAllSent();

    Arrivals.assertCompleteAndInOrder(received, keys, 20);
    assertThat(received).extracting(ReceivedEvent::id).hasSizeGreaterThan(ids.size());
    assertThat(received).extracting(ReceivedEvent::id).containsOnlyElementsOf(ids);
  }

  @Test
  void connectionsCutInTheMiddleLoseNothing() {
    List<String> keys = keys(40);
    database.append(keys, 1, 100);
    start(20);
    for (int cut = 1; cut <= 5; cut++) {
      probe.awaitEvents(cut * 300, e -> keys.contains(e.subject()));
      database.cutConnections();
    }

    Arrivals.assertCompleteAndInOrder(awaitAllSent(), keys, 100);
  }

  @Test
  void lowerIdThatCommitsLaterIsNotLeftBehind() throws Exception {
    String early = run + "-early";
    List<String> others = keys(16);
    start(50);
    try (Connection slow = database.connect()) {
      slow.setAutoCommit(false);
      OwnDatabase.append(slow, List.of(early), 1, 1, "delivery.acknowledged", "{}");
      database.append(others, 1, 1);
      probe.awaitEvents(others.size(), e -> others.contains(e.subject()));
      slow.commit();
    }

    assertThat(probe.awaitEvents(1, e -> e.subject().equals(early))).hasSize(1);
  }

  @Test
  void unknownTypeHoldsItsKeyOnlyAndHealthSaysSo() throws Exception {
    String odd = run + "-odd";
    List<String> others = keys(16);
    try (Connection connection = database.connect()) {
      OwnDatabase.append(connection, List.of(odd), 1, 1, "delivery.acknowledged", "{}");
      OwnDatabase.append(connection, List.of(odd), 2, 2, "delivery.teleported", "{}");
      OwnDatabase.append(connection, List.of(odd), 3, 3, "delivery.acknowledged", "{}");
    }
    database.append(others, 1, 3);
    Relay relay = start(2);

    Eventually.assertThat(() -> assertThat(database.outboxIds()).hasSize(2));
    Arrivals.assertCompleteAndInOrder(probe.drain(), others, 3);
    Arrivals.assertCompleteAndInOrder(probe.drain(), List.of(odd), 1);
    HealthCheckResponse health = health(relay, database.dataSource());
    assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(health.getData().orElseThrow())
        .extractingByKey("reason")
        .asString()
        .contains("1 keys wait");

    // An instance that knows the type takes over.
    relay.stop();
    database.asSuperuser("update outbox set type = 'delivery.excused' where sequence = 2");
    start(2);
    Arrivals.assertCompleteAndInOrder(awaitAllSent(), List.of(odd), 3);
  }

  @Test
  void batchOfLargeEventsIsCutByItsBytes() throws Exception {
    String data = "{\"x\": \"" + "x".repeat(200_000) + "\"}";
    List<String> keys = List.of(run + "-large");
    try (Connection connection = database.connect()) {
      OwnDatabase.append(connection, keys, 1, 12, "delivery.acknowledged", data);
      connection.setAutoCommit(false);
      assertThat(OutboxTable.read(connection, shardOf(connection), List.of(), 1000, 1_000_000))
          .hasSize(5);
    }
    start(1000);

    Arrivals.assertCompleteAndInOrder(awaitAllSent(), keys, 12);
  }

  private static int shardOf(Connection connection) throws Exception {
    return OutboxTable.occupied(connection, IntStream.range(0, 8).boxed().toList()).get(0);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void relayStopsInTimeWhileKafkaIsAway() {
    database.append(keys(8), 1, 10);
    Relay relay = RelayFixture.relay(database.dataSource(), "127.0.0.1:1", RelayFixture.config(10));
    relay.start();
    relays.add(relay);
    Eventually.assertThat(() -> assertThat(locks()).isPositive());

    relay.stop();

    assertThat(relay.deadWorkers()).isEqualTo(4);
    assertThat(database.outboxIds()).hasSize(80);
    assertThat(locks()).isZero();
  }

  private static long locks() {
    return database
        .strings("select 1 from pg_locks where locktype = 'advisory' and granted")
        .size();
  }

  @Test
  void readinessIsDownWhenTheThreadsDied() {
    DataSource deadly =
        (DataSource)
            Proxy.newProxyInstance(
                RelayTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> {
                  throw new LinkageError("on purpose");
                });
    Relay relay =
        RelayFixture.relay(
            deadly, TodokeEnvironment.kafkaBootstrapServers(), RelayFixture.config(10));
    relays.add(relay);
    relay.start();

    Eventually.assertThat(() -> assertThat(relay.deadWorkers()).isEqualTo(4));

    HealthCheckResponse health = health(relay, database.dataSource());
    assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(health.getData().orElseThrow())
        .extractingByKey("reason")
        .isEqualTo("4 relay threads died");
  }

  private static HealthCheckResponse health(Relay relay, DataSource dataSource) {
    var figures =
        new OutboxFigures(
            dataSource,
            Clock.systemUTC(),
            new ServiceName(Optional.of("notice"), "unused"),
            new SimpleMeterRegistry());
    return new RelayHealth(relay, figures, RelayFixture.config(10)).call();
  }

  private Relay start(int batch) {
    Relay relay =
        RelayFixture.relay(
            database.dataSource(),
            TodokeEnvironment.kafkaBootstrapServers(),
            RelayFixture.config(batch));
    relays.add(relay);
    relay.start();
    return relay;
  }

  private List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> run + "-" + i).toList();
  }

  /** Everything of this test that is on the topic once the outbox is empty. */
  private List<ReceivedEvent> awaitAllSent() {
    Eventually.assertThat(() -> assertThat(database.outboxIds()).isEmpty());
    return probe.drain().stream().filter(e -> e.subject().startsWith(run)).toList();
  }
}
