package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.contracts.Topics;
import org.todoke.stack.Stack;
import org.todoke.stack.imports.ImportClient;
import org.todoke.stack.imports.ImportRun;

/**
 * SIGKILL to the registry while it applies a list. Comes last but one: it leaves establishments
 * behind, of which the play knows nothing.
 */
class RegistryImportIT {

  private static final int ESTABLISHMENTS = 3_000;
  private static final String CORPORATION = "cn:3999905000001";

  private final Stack stack = Suite.shared();

  @TempDir private Path folder;

  @Test
  void listIsAppliedWholeAndToldOnceThoughTheServiceIsKilled() throws Exception {
    Path list = list();
    ImportClient client =
        new ImportClient(stack.gateway(), () -> stack.token("mhlw"), Locale.ENGLISH);
    ImportRun run = client.create("list.csv", LocalDate.of(2025, 12, 31), null);
    assertThat(client.upload(run, list, sent -> {}).isRead()).isTrue();

    client.apply(run);
    stack.kill("registry");
    stack.restart("registry");
    ImportRun done = client.await(run, any -> {});

    assertThat(done.isApplied()).isTrue();
    assertThat(done.effects().get("establishment"))
        .containsExactly(Map.entry("created", (long) ESTABLISHMENTS));
    assertThat(done.effects().get("corporation")).containsEntry("created", 1L);
    Map<String, Set<Long>> told = told();
    assertThat(told).hasSize(ESTABLISHMENTS + 1);
    assertThat(told.values()).allMatch(sequences -> sequences.equals(Set.of(1L)));

    ImportRun again = client.create("list.csv", LocalDate.of(2025, 12, 31), null);
    client.upload(again, list, sent -> {});
    client.apply(again);
    assertThat(client.await(again, any -> {}).effects().get("establishment"))
        .containsExactly(Map.entry("unchanged", (long) ESTABLISHMENTS));
    assertThat(told()).isEqualTo(told);
  }

  /** In the municipal layout, all in one town that the play does not visit. */
  private Path list() throws IOException {
    StringBuilder csv = new StringBuilder("市区町村コード,介護サービス事業所名称,実施サービス,住所,電話番号,事業所番号,法人番号,法人の名称\n");
    for (int i = 0; i < ESTABLISHMENTS; i++) {
      csv.append("384429,架空")
          .append(i)
          .append(",訪問介護,愛媛県伊方町架空,0894-00-0001,38T90")
          .append(String.format(Locale.ROOT, "%05d", i))
          .append(",3999905000001,架空会\n");
    }
    return Files.writeString(folder.resolve("list.csv"), csv);
  }

  /** Sequences of the events about what the list brought, each event once, by code. */
  private Map<String, Set<Long>> told() {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            stack.kafkaBootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "foreign-" + UUID.randomUUID(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false");
    Map<String, Set<Long>> told = new TreeMap<>();
    Instant giveUp = Instant.now().plus(Duration.ofSeconds(60));
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      Set<TopicPartition> partitions = new HashSet<>();
      consumer
          .partitionsFor(Topics.ORGANIZATIONS)
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      boolean more = true;
      while ((more || told.size() <= ESTABLISHMENTS) && Instant.now().isBefore(giveUp)) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(250))) {
          if (message.key().startsWith("kj:38T90") || message.key().equals(CORPORATION)) {
            told.computeIfAbsent(message.key(), k -> new HashSet<>())
                .add(
                    Long.parseLong(
                        new String(
                            message.headers().lastHeader("ce_sequence").value(),
                            StandardCharsets.UTF_8)));
          }
        }
        more =
            consumer.endOffsets(partitions).entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
      }
    }
    return told;
  }
}
