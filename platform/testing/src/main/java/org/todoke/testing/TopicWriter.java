package org.todoke.testing;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.todoke.contracts.EventType;

/** Puts events on a topic as another service would, and things that no service would put there. */
public final class TopicWriter implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  public TopicWriter() {
    this(TodokeEnvironment.kafkaBootstrapServers());
  }

  public TopicWriter(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * An event of the suite with every attribute in place and a new id; change it with {@code
   * CloudEventBuilder.from(event)}.
   */
  public static CloudEvent event(
      EventType type, String subject, String correlationId, long sequence, String dataJson) {
    return event(type.wireName(), type.schemaId(), subject, correlationId, sequence, dataJson);
  }

  /** An event without a body. */
  public static CloudEvent tombstone(EventType type, String subject, long sequence) {
    return CloudEventBuilder.v1(event(type, subject, subject, sequence, "null"))
        .withoutData()
        .build();
  }

  /** The same for a type that need not exist. */
  public static CloudEvent event(
      String type,
      String dataSchema,
      String subject,
      String correlationId,
      long sequence,
      String dataJson) {
    OffsetDateTime time =
        OffsetDateTime.ofInstant(MutableClock.MORNING_OF_THE_NOTICE, ZoneOffset.UTC);
    Instant recorded = MutableClock.MORNING_OF_THE_NOTICE;
    return CloudEventBuilder.v1()
        .withId(UUID.randomUUID().toString())
        .withSource(URI.create("/todoke/test"))
        .withType(type)
        .withSubject(subject)
        .withTime(time)
        .withDataSchema(URI.create(dataSchema))
        .withData("application/json", dataJson.getBytes(StandardCharsets.UTF_8))
        .withExtension("partitionkey", subject)
        .withExtension("correlationid", correlationId)
        .withExtension("recordedtime", recorded.toString())
        .withExtension("sequence", Long.toString(sequence))
        .build();
  }

  /** Writes it in binary mode and waits for the broker's word. */
  public void send(String topic, String key, CloudEvent event) {
    ProducerRecord<String, byte[]> record =
        KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(event);
    await(record, Eventually.PATIENCE);
  }

  /** To the topic of its type, under its partition key. */
  public void send(CloudEvent event) {
    EventType type = EventType.ofWireName(event.getType()).orElseThrow();
    send(type.topic(), String.valueOf(event.getExtension("partitionkey")), event);
  }

  /** Any bytes with any headers: for what is broken. */
  public void sendRaw(String topic, String key, Map<String, String> headers, byte[] value) {
    sendRaw(topic, key, headers, value, Eventually.PATIENCE);
  }

  void sendRaw(
      String topic, String key, Map<String, String> headers, byte[] value, Duration patience) {
    var record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) ->
            record.headers().add(new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8))));
    await(record, patience);
  }

  private void await(ProducerRecord<String, byte[]> record, Duration patience) {
    try {
      // Asking for the metadata blocks in send() itself, so the whole runs under the bound.
      CompletableFuture.supplyAsync(() -> producer.send(record))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot write to " + record.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing to " + record.topic(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
