package org.todoke.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.contracts.Topics;
import org.todoke.testing.KafkaTopics;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeEnvironment;

class NationalBaselinesTest {

  private static final UUID NOTICE = UUID.fromString("01a20ceb-8854-7c49-87cb-864c20d8a994");
  private static final String TOPIC = "bench.event-spool";

  @TempDir Path folder;

  @Test
  void rowsOfTheNoticeAreInsertedAgainAndNothingIsLeft() throws Exception {
    Path outbox = folder.resolve("outbox.csv");
    try (var rows = new InsertBaseline.OutboxRows(outbox)) {
      rows.read(headers("e-1"), "{\"a\":\"1,\\\"2\"}".getBytes(StandardCharsets.UTF_8));
      rows.read(headers("e-2"), "{}".getBytes(StandardCharsets.UTF_8));
    }
    try (Connection connection = TestDatabase.named("todoke_bench_rows").connectAsOwner()) {
      execute(
          connection,
          "create table delivery (notice_id uuid, organization text)",
          "create table arrival (notice_id uuid, organization text, from_organization text)",
          "create table fact (notice_id uuid, organization text, seq bigint)",
          "insert into delivery values ('"
              + NOTICE
              + "', 'a'), ('"
              + NOTICE
              + "', 'b'),"
              + " (gen_random_uuid(), 'c')",
          "insert into arrival values ('" + NOTICE + "', 'a', 'x')",
          "insert into fact values ('" + NOTICE + "', 'a', 1)");

      InsertBaseline.Inserted inserted;
      try (Connection superuser = TestDatabase.named("todoke_bench_rows").connectAsSuperuser()) {
        inserted = new InsertBaseline(superuser).measure(NOTICE, outbox, 3);
      }

      // Two deliveries, an arrival, a fact, two events; the other notice stays out.
      assertThat(inserted.rows()).isEqualTo(6);
      assertThat(inserted.took()).isPositive();
      assertThat(inserted.walBytes()).isPositive();
      assertThat(
              number(
                  connection, "select count(*) from pg_namespace where nspname = 'bench_baseline'"))
          .isZero();
      execute(connection, "drop table delivery, arrival, fact");
    }
  }

  private static Map<String, String> headers(String id) {
    return Map.of(
        "ce_id",
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
        "ce_type",
        "delivery.arrived",
        "ce_subject",
        "n/a",
        "ce_partitionkey",
        "n/a",
        "ce_time",
        "2026-11-24T00:00:00Z",
        "ce_recordedtime",
        "2026-11-24T00:00:00Z",
        "ce_correlationid",
        "n");
  }

  @Test
  void eventsOfOneCascadeAreProducedAgainByteForByte() throws Exception {
    String kafka = TodokeEnvironment.kafkaBootstrapServers();
    KafkaTopics.create(kafka, List.of(new Topics.Topic(TOPIC, 2, false)));
    send(kafka, "k1", "one", "mine");
    send(kafka, "k2", "two", "mine");
    send(kafka, "k3", "three", "another's");
    List<String> read = new ArrayList<>();

    EventSpool spool =
        EventSpool.take(
            kafka,
            List.of(TOPIC),
            "mine",
            folder.resolve("events"),
            Duration.ofSeconds(30),
            (headers, value) -> read.add(new String(value, StandardCharsets.UTF_8)));

    assertThat(read).containsExactlyInAnyOrder("one", "two");
    assertThat(spool.events()).isEqualTo(2);
    // Keys, the header's name and value, the values.
    assertThat(spool.bytes()).isEqualTo(2 * (2 + "ce_correlationid".length() + 4 + 3));
    assertThat(spool.produce(kafka, 3, 0)).isPositive();
    assertThat(spool.produce(kafka, 3, 1)).isPositive();
  }

  private static void send(String kafka, String key, String value, String correlation)
      throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new StringSerializer(),
            new StringSerializer())) {
      var record = new ProducerRecord<>(TOPIC, key, value);
      record.headers().add("ce_correlationid", correlation.getBytes(StandardCharsets.UTF_8));
      var unused = producer.send(record).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void commitsAreCountedAndTheirTablesDropped() throws SQLException {
    // Looked for once: several at a time would all make its roles.
    var database = TestDatabase.named("todoke_bench_rows");
    CommitLoop.Committed committed =
        CommitLoop.measure(database::connectAsSuperuser, 2, Duration.ofMillis(300));

    assertThat(committed.commits()).isPositive();
    assertThat(committed.perSecond()).isPositive();
    assertThat(committed.took()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    try (Connection connection = database.connectAsOwner()) {
      assertThat(
              number(connection, "select count(*) from pg_tables where tablename like 'commit_%'"))
          .isZero();
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
