package org.todoke.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Batches as Kafka would hand them over: one partition, ascending offsets. */
final class Records {

  static final String TOPIC = "todoke.deliveries";
  static final String NOTICE = "0191d1de-0000-7000-8000-000000000001";

  private long offset;

  static EventEnvelope event(String key, long sequence) {
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        "/todoke/notice",
        "delivery.acknowledged",
        null,
        key,
        key,
        Instant.parse("2013-07-18T00:12:00Z"),
        Instant.parse("2013-07-18T00:12:00Z"),
        "cascade",
        null,
        sequence,
        null,
        JsonNodeFactory.instance.objectNode().put("noticeId", NOTICE).put("n", (int) sequence));
  }

  ConsumerRecord<String, byte[]> of(EventEnvelope event) {
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode(TOPIC, event);
    return record(event.partitionKey(), record.headers(), record.value());
  }

  ConsumerRecord<String, byte[]> broken(@Nullable String key) {
    return record(key, new RecordHeaders(), "no event".getBytes(StandardCharsets.UTF_8));
  }

  private ConsumerRecord<String, byte[]> record(
      @Nullable String key, Headers headers, byte[] value) {
    return new ConsumerRecord<>(
        TOPIC,
        0,
        offset++,
        0L,
        TimestampType.CREATE_TIME,
        0,
        value.length,
        key,
        value,
        headers,
        Optional.empty());
  }

  ConsumerRecords<String, byte[]> batch(EventEnvelope... events) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (EventEnvelope event : events) {
      records.add(of(event));
    }
    return batch(records);
  }

  static ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> partitions = new LinkedHashMap<>();
    partitions.put(new TopicPartition(TOPIC, 0), records);
    return new ConsumerRecords<>(partitions, Map.of());
  }
}
