package org.todoke.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Topics;
import org.todoke.testing.KafkaTopics;
import org.todoke.testing.TodokeEnvironment;

class TopicStateTest {

  private static final String TOPIC = "bench.topic-state";

  @Test
  void whatIsWrittenAndNotReadLagsBehind() throws Exception {
    String kafka = TodokeEnvironment.kafkaBootstrapServers();
    KafkaTopics.create(kafka, List.of(new Topics.Topic(TOPIC, 2, false)));
    try (TopicState state = new TopicState(kafka, TOPIC)) {
      assertThat(state.written()).isZero();
      assertThat(state.lag("nobody")).isZero();

      send(kafka, 0, 3);
      send(kafka, 1, 2);

      assertThat(state.written()).isEqualTo(5);
      assertThat(state.lag("nobody")).isEqualTo(5);
      commit(kafka, "half-way", 0, 2);
      assertThat(state.lag("half-way")).isEqualTo(3);
      // Key and value have two characters each.
      assertThat(state.traffic(Duration.ofSeconds(30))).isEqualTo(new TopicState.Traffic(5, 4));
    }
  }

  private static void send(String kafka, int partition, int records) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < records; i++) {
        var unused =
            producer
                .send(new ProducerRecord<>(TOPIC, partition, "k" + i, "v" + i))
                .get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static void commit(String kafka, String group, int partition, long offset) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.GROUP_ID_CONFIG,
                group),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.commitSync(
          Map.of(new TopicPartition(TOPIC, partition), new OffsetAndMetadata(offset)));
    }
  }
}
