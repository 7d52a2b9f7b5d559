package org.todoke.benchmarks.baseline;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Topics;
import org.todoke.testing.KafkaTopics;

/**
 * The least that so many events can cost a broker: produced one behind the other with the settings
 * of the relay, all acknowledged by all replicas.
 */
public final class ProduceBaseline {

  private static final String TOPIC = "bench.produce-baseline";
  private static final int PARTITIONS = 6;

  private ProduceBaseline() {}

  /**
   * @param events how many
   * @param bytes of each: key, value and headers
   * @return until the last is acknowledged
   */
  public static Duration measure(String bootstrapServers, long events, int bytes) {
    KafkaTopics.create(bootstrapServers, List.of(new Topics.Topic(TOPIC, PARTITIONS, false)));
    try {
      return produce(bootstrapServers, events, bytes);
    } finally {
      drop(bootstrapServers, TOPIC);
    }
  }

  private static Duration produce(String bootstrapServers, long events, int bytes) {
    var failure = new AtomicReference<@Nullable Exception>();
    byte[] value = new byte[Math.max(1, bytes - "kj:0000000000".length())];
    Arrays.fill(value, (byte) 'x');
    try (var producer =
        new KafkaProducer<>(
            settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
      // So that the first event does not pay for getting to know the topic.
      var partitions = producer.partitionsFor(TOPIC);
      long began = System.nanoTime();
      for (long i = 0; i < events; i++) {
        String key = "kj:" + (1_000_000_000L + i);
        var sent =
            producer.send(
                new ProducerRecord<>(TOPIC, key, value),
                (where, e) -> {
                  if (e != null) {
                    failure.compareAndSet(null, e);
                  }
                });
      }
      producer.flush();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      Exception fault = failure.get();
      if (fault != null) {
        throw new IllegalStateException("Kafka did not take the baseline's events", fault);
      }
      return took;
    }
  }

  /** Those of the relay. */
  static Map<String, Object> settings(String bootstrapServers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.LINGER_MS_CONFIG,
        5,
        ProducerConfig.BATCH_SIZE_CONFIG,
        131_072);
  }

  static void drop(String bootstrapServers, String topic) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot drop " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
