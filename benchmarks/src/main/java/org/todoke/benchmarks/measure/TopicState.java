package org.todoke.benchmarks.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is on a topic, and how far a consumer has read it. */
public final class TopicState implements AutoCloseable {

  private final String bootstrapServers;
  private final Admin admin;
  private final String topic;

  public TopicState(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** Number of records that were ever written, and their mean size in bytes. */
  public record Traffic(long records, int meanBytes) {}

  /** Grows by one with each record; compaction takes none of it back. */
  public long written() {
    return ends().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that the group has not committed yet; all of them if it has never committed any. */
  public long lag(String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    try {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, at) -> committed.put(partition, at == null ? 0 : at.offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot ask for the offsets of " + group, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return ends().entrySet().stream()
        .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  private Map<TopicPartition, Long> ends() {
    try {
      List<TopicPartition> partitions =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get()
              .get(topic)
              .partitions()
              .stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      Map<TopicPartition, OffsetSpec> latest =
          partitions.stream()
              .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> offset(e.getValue())));
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot ask for the end of " + topic, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }

  /** Reads everything once. */
  public Traffic traffic(Duration atMost) {
    long records = 0;
    long bytes = 0;
    long end = System.nanoTime() + atMost.toNanos();
    Map<TopicPartition, Long> ends = ends();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (System.nanoTime() < end
          && ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(500))) {
          records++;
          bytes += size(each);
        }
      }
    }
    return new Traffic(records, records == 0 ? 0 : (int) (bytes / records));
  }

  private static long size(ConsumerRecord<byte[], byte[]> message) {
    long headers = 0;
    for (Header header : message.headers()) {
      headers += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return headers
        + Math.max(0, message.serializedKeySize())
        + Math.max(0, message.serializedValueSize());
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
