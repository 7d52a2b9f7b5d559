package org.todoke.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.messaging.app.Deliveries;
import org.todoke.messaging.app.Effects;
import org.todoke.messaging.app.Effects.Effect;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeEnvironment;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

/** The inbox behind a real channel, set up by nothing but the shared defaults. */
@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class ChannelTest {

  @Inject Effects effects;
  @Inject Deliveries deliveries;
  @Inject ParkedEvents parkedEvents;
  @Inject HealthCenter health;
  @Inject @Readiness ChannelHealth readiness;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI management;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final TopicWriter writer = new TopicWriter();

  @BeforeEach
  void heal() {
    effects.reset();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void eventsOfATopicAreHandledInBatchesAndInOrder() {
    int before = deliveries.batches().size();
    // Held up in the first batch, the others gather behind it.
    effects.before(
        events -> {
          if (deliveries.batches().size() == before + 1) {
            writer.send(event(run + "-0", 1));
            LongStream.rangeClosed(1, 30).forEach(n -> writer.send(event(run + "-1", n)));
          }
        });
    writer.send(event(run + "-2", 1));

    awaitEffects(32);

    assertSequences(run + "-1", 30);
    assertThat(deliveries.batches().stream().skip(before).max(Integer::compare).orElseThrow())
        .isGreaterThan(1);
  }

  @Test
  void brokenRecordParksItsKeyAndTheChannelGoesOn() {
    String key = run + "-broken";
    writer.send(event(key, 1));
    writer.sendRaw(
        Records.TOPIC, key, Map.of("ce_type", "x"), "{".getBytes(StandardCharsets.UTF_8));
    writer.send(event(key, 2));
    writer.send(event(run + "-other", 1));

    awaitEffects(2);
    Eventually.assertThat(
        () ->
            assertThat(parkedEvents.list(0, 100))
                .extracting(ParkedKey::consumer, ParkedKey::key, ParkedKey::count)
                .containsExactly(
                    org.assertj.core.groups.Tuple.tuple(Deliveries.CONSUMER, key, 2L)));
    assertThat(aliveOf("deliveries")).isTrue();
  }

  @Test
  void channelOutlivesADatabaseThatIsAway() {
    var failures = new AtomicInteger();
    effects.before(
        events -> {
          if (failures.incrementAndGet() <= 15) {
            throw new IllegalStateException(new SQLException("away", "08006"));
          }
        });
    LongStream.rangeClosed(1, 20).forEach(n -> writer.send(event(run + "-0", n)));

    awaitEffects(20);

    assertSequences(run + "-0", 20);
    assertThat(failures).hasValueGreaterThan(15);
  }

  @Test
  void channelOutlivesConnectionsThatAreCut() throws Exception {
    for (long n = 1; n <= 60; n++) {
      writer.send(event(run + "-" + n % 3, 1 + (n - 1) / 3));
      if (n % 20 == 0) {
        cutEveryConnection();
      }
    }

    awaitEffects(60);

    for (int key = 0; key < 3; key++) {
      assertSequences(run + "-" + key, 20);
    }
  }

  @Test
  void anotherMemberOfTheGroupThatComesAndGoesLosesNothing() {
    LongStream.rangeClosed(1, 10).forEach(this::sendToEveryKey);
    try (var other = newMember()) {
      other.subscribe(List.of(Records.TOPIC));
      Eventually.value(
          () -> {
            other.poll(Duration.ofMillis(100));
            return other.assignment().size();
          },
          owned -> owned > 0);
      LongStream.rangeClosed(11, 20).forEach(this::sendToEveryKey);
      other.poll(Duration.ofMillis(100));
    }
    LongStream.rangeClosed(21, 30).forEach(this::sendToEveryKey);

    awaitEffects(30 * 6);

    for (int key = 0; key < 6; key++) {
      assertSequences(run + "-" + key, 30);
    }
  }

  private void sendToEveryKey(long n) {
    for (int key = 0; key < 6; key++) {
      writer.send(event(run + "-" + key, n));
    }
  }

  /** Reads what it is given and has no effect of it, as one that dies before its commit. */
  private static KafkaConsumer<String, byte[]> newMember() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TodokeEnvironment.kafkaBootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "messaging-test",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  @Test
  void offsetIsCommittedOnceTheBatchIsInTheDatabase() {
    try (var probe = TopicProbe.fromNow(Records.TOPIC);
        var reader = newMember()) {
      writer.send(event(run + "-0", 1));
      ReceivedEvent sent = probe.awaitEvent(e -> e.subject().equals(run + "-0"));
      var partition = new TopicPartition(sent.topic(), sent.partition());

      Eventually.assertThat(
          () ->
              assertThat(reader.committed(Set.of(partition)).get(partition))
                  .isNotNull()
                  .extracting(OffsetAndMetadata::offset)
                  .isEqualTo(sent.offset() + 1));
      assertThat(mine()).hasSize(1);
    }
  }

  @Test
  void whatTheInboxCannotGetRidOfStopsItsChannelOnly() {
    CloudEvent event = TopicWriter.event(EventType.NOTICE_ISSUED, run, run, 1, "{}");
    writer.send(event);

    Eventually.assertThat(() -> assertThat(aliveOf("notices")).isFalse());

    assertThat(aliveOf("deliveries")).isTrue();
    HealthCheckResponse ready = readiness.call();
    assertThat(ready.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(ready.getData().orElseThrow().get("reason").toString())
        .startsWith("stopped until a restart: ")
        .contains("notices")
        .doesNotContain("deliveries");
    assertThat(given().get(management).statusCode()).as("what the gateway asks").isEqualTo(503);
    try (var reader =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TodokeEnvironment.kafkaBootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "messaging-test-notices"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          reader.partitionsFor("todoke.notices").stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .collect(java.util.stream.Collectors.toSet());
      assertThat(reader.committed(partitions).values()).containsOnlyNulls();
    }
  }

  private boolean aliveOf(String channel) {
    return health.getLiveness().getChannels().stream()
        .filter(info -> info.getChannel().equals(channel))
        .allMatch(HealthReport.ChannelInfo::isOk);
  }

  private CloudEvent event(String key, long sequence) {
    return TopicWriter.event(
        EventType.DELIVERY_ACKNOWLEDGED, key, "cascade", sequence, "{\"n\":" + sequence + "}");
  }

  private void awaitEffects(int count) {
    Eventually.assertThat(() -> assertThat(mine()).hasSize(count));
  }

  private void assertSequences(String key, int last) {
    assertThat(mine().stream().filter(effect -> effect.key().equals(key)))
        .extracting(Effect::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  /** Not through the application's pool, whose connections some of the tests cut. */
  private List<Effect> mine() {
    try (Connection connection = TestDatabase.named("todoke_messaging_test").connectAsApp()) {
      return Effects.of(connection, Deliveries.CONSUMER).stream()
          .filter(effect -> effect.key().startsWith(run))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void cutEveryConnection() throws SQLException {
    try (var superuser = TestDatabase.named("todoke_messaging_test").connectAsSuperuser();
        var cut = superuser.createStatement()) {
      cut.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()""");
    }
  }
}
