package org.todoke.stack.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.todoke.contracts.Topics;

/**
 * Another government system that listens in: a group of its own, read-only, from the beginning. It
 * knows nothing of the suite but the published attributes, and does what {@code docs/topics.md}
 * asks of a consumer: it leaves out an id that it has seen.
 */
public final class ForeignConsumer implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Heard> byId = new LinkedHashMap<>();
  private final List<String> outOfOrder = new ArrayList<>();
  private final Map<String, Long> lastSequence = new LinkedHashMap<>();
  private int repeated;

  /** One event, by its attributes. */
  record Heard(String id, String type, String key, String correlationId, long sequence) {}

  public ForeignConsumer(String bootstrapServers) {
    Properties config = new Properties();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, "foreign-" + UUID.randomUUID());
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(Topics.ALL.stream().map(Topics.Topic::name).toList());
  }

  /**
   * Reads on until what was heard is enough.
   *
   * @return whether it was, within the time
   */
  public boolean listenUntil(Predicate<ForeignConsumer> enough, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    while (!enough.test(this)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      listen(Duration.ofMillis(250));
    }
    return true;
  }

  /**
   * Reads everything that is on the topics at this moment, so that whatever there is more than was
   * expected is heard as well.
   *
   * @throws IllegalStateException if that cannot be read within the time
   */
  public void listenToTheEnd(Duration atMost) {
    Instant until = Instant.now().plus(atMost);
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException("the topics could not be read to their end");
      }
      listen(Duration.ofMillis(250));
    }
  }

  private void listen(Duration time) {
    for (ConsumerRecord<String, byte[]> each : consumer.poll(time)) {
      hear(each);
    }
  }

  private void hear(ConsumerRecord<String, byte[]> message) {
    Heard heard =
        new Heard(
            attribute(message, "ce_id"),
            attribute(message, "ce_type"),
            message.key(),
            attribute(message, "ce_correlationid"),
            Long.parseLong(attribute(message, "ce_sequence")));
    if (byId.putIfAbsent(heard.id(), heard) != null) {
      repeated++;
      return;
    }
    String aggregate = message.topic() + "|" + message.key();
    long before = lastSequence.getOrDefault(aggregate, 0L);
    boolean follows =
        message.topic().equals(Topics.ORGANIZATIONS)
            ? heard.sequence() > before
            : heard.sequence() == before + 1;
    if (!follows) {
      outOfOrder.add(aggregate + ": " + heard.sequence() + " after " + before);
    }
    lastSequence.put(aggregate, heard.sequence());
  }

  private static String attribute(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalStateException(message.topic() + " carries an event without " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  public long count(String type, String correlationId) {
    return byId.values().stream()
        .filter(e -> e.type().equals(type) && e.correlationId().equals(correlationId))
        .count();
  }

  /** For events of a cascade, how many different keys an event type was about. */
  public long keys(String type, String correlationId) {
    return byId.values().stream()
        .filter(e -> e.type().equals(type) && e.correlationId().equals(correlationId))
        .map(Heard::key)
        .distinct()
        .count();
  }

  public long keysOf(String type) {
    return byId.values().stream()
        .filter(e -> e.type().equals(type))
        .map(Heard::key)
        .distinct()
        .count();
  }

  /**
   * Gaps and steps back in the sequence of a key, as first heard; a compacted topic may have gaps.
   */
  public List<String> outOfOrder() {
    return List.copyOf(outOfOrder);
  }

  /** Copies of events already heard: allowed, and left out of every count. */
  public int repeated() {
    return repeated;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
