package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.testing.Eventually;
import org.todoke.testing.KafkaTopics;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** A broker that is killed, and one that refuses. */
class RelayAndBrokerTest {

  private static final String TOPIC = "todoke.deliveries";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private static OwnDatabase database;
  private static KillableBroker broker;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private Relay relay;

  @BeforeAll
  static void prepare() {
    broker = new KillableBroker(folder);
    broker.start();
    KafkaTopics.createAll(broker.bootstrapServers());
    database = new OwnDatabase("todoke_messaging_broker");
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @BeforeEach
  void makeRelay() {
    database.clean();
    relay =
        RelayFixture.relay(
            database.dataSource(), broker.bootstrapServers(), RelayFixture.config(100));
  }

  @AfterEach
  void stopRelay() {
    relay.stop();
  }

  @Test
  void brokerKilledInTheMiddleLosesNothingAndKeepsTheOrder() {
    List<String> keys = keys(40);
    // So many that the relay cannot be done with them while the probe waits for the first.
    database.append(keys, 1, 300);
    try (TopicProbe probe = probe()) {
      relay.start();
      probe.awaitEvents(500, e -> keys.contains(e.subject()));
    }
    broker.kill();
    assertThat(database.outboxIds()).as("events that the kill met on their way").isNotEmpty();
    database.append(keys, 301, 320);
    broker.start();

    List<ReceivedEvent> received = awaitAllSent();

    Arrivals.assertCompleteAndInOrder(received, keys, 320);
  }

  @Test
  void eventThatTheBrokerRefusesIsNotOvertaken() throws Exception {
    List<String> keys = keys(10);
    String heavy = run + "-heavy";
    limitMessagesTo(20_000);
    // A running broker takes the limit up a little later, at a moment that nobody can see.
    broker.kill();
    broker.start();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String data = "{\"x\": \"" + "x".repeat(100_000) + "\"}";
      OwnDatabase.append(connection, List.of(heavy), 1, 1, "delivery.acknowledged", data);
      OwnDatabase.append(connection, List.of(heavy), 2, 50, "delivery.acknowledged", "{}");
      connection.commit();
    }
    relay.start();
    database.append(keys, 1, 20);
    try (TopicProbe probe = probe()) {
      probe.awaitEvents(1, e -> keys.contains(e.subject()));
      assertThat(probe.drain()).extracting(ReceivedEvent::subject).doesNotContain(heavy);
    }
    limitMessagesTo(1_000_000);

    List<ReceivedEvent> received = awaitAllSent();

    Arrivals.assertCompleteAndInOrder(received, List.of(heavy), 50);
    Arrivals.assertCompleteAndInOrder(received, keys, 20);
  }

  private static void limitMessagesTo(int bytes) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      Collection<AlterConfigOp> change =
          List.of(
              new AlterConfigOp(
                  new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes)),
                  AlterConfigOp.OpType.SET));
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, TOPIC), change))
          .all()
          .get();
    }
  }

  private static TopicProbe probe() {
    return TopicProbe.fromBeginningOf(broker.bootstrapServers(), TOPIC);
  }

  private List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> run + "-" + i).toList();
  }

  private static List<ReceivedEvent> awaitAllSent() {
    Eventually.assertThat(PATIENCE, () -> assertThat(database.outboxIds()).isEmpty());
    try (TopicProbe probe = probe()) {
      return probe.drain();
    }
  }
}
