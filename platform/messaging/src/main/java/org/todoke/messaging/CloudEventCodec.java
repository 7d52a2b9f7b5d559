package org.todoke.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;

/**
 * Between {@link EventEnvelope} and a Kafka record: CloudEvents 1.0, binary mode, JSON data.
 *
 * <p>The trace context travels twice: as the extension {@code traceparent}, where a CloudEvents
 * library finds it, and as the plain header of that name, where a tracing Kafka client does.
 */
public final class CloudEventCodec {

  private static final String JSON_TYPE = "application/json";
  private static final String TYPE_HEADER = "ce_type";
  private static final String PARTITION_KEY = "partitionkey";
  private static final String CORRELATION_ID = "correlationid";
  private static final String CAUSATION_ID = "causationid";
  private static final String RECORDED_TIME = "recordedtime";
  private static final String SEQUENCE = "sequence";
  private static final String TRACE_PARENT = Traces.TRACE_PARENT;

  /** What identifies something must fit an index row and hold nothing that PostgreSQL refuses. */
  private static final int MAX_ATTRIBUTE = 256;

  private static final Pattern SEQUENCE_FORM = Pattern.compile("[0-9]{1,18}");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private CloudEventCodec() {}

  /** A record without a body where the data are null. */
  public static ProducerRecord<String, byte[]> encode(String topic, EventEnvelope event) {
    return encode(
        topic,
        event,
        event.data().isNull() ? null : event.data().toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * With the data as they are stored, so that not a byte of them changes on the way; a record
   * without a body where they are null.
   */
  static ProducerRecord<String, byte[]> encode(
      String topic, EventEnvelope event, byte @Nullable [] data) {
    var builder =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(URI.create(event.source()))
            .withType(event.type())
            .withSubject(event.subject())
            .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
            .withDataContentType(JSON_TYPE)
            .withExtension(PARTITION_KEY, event.partitionKey())
            .withExtension(RECORDED_TIME, event.recordedTime().toString())
            .withExtension(CORRELATION_ID, event.correlationId());
    if (data != null) {
      builder.withData(data);
    }
    if (event.dataSchema() != null) {
      builder.withDataSchema(URI.create(event.dataSchema()));
    }
    if (event.causationId() != null) {
      builder.withExtension(CAUSATION_ID, event.causationId());
    }
    if (event.sequence() > 0) {
      builder.withExtension(SEQUENCE, Long.toString(event.sequence()));
    }
    if (event.traceParent() != null) {
      builder.withExtension(TRACE_PARENT, event.traceParent());
    }
    // No timestamp of ours: retention counts from it, and what came by FAX happened weeks ago.
    ProducerRecord<String, byte[]> record =
        KafkaMessageFactory.createWriter(topic, null, null, event.partitionKey())
            .writeBinary(builder.build());
    if (event.traceParent() != null) {
      record.headers().add(TRACE_PARENT, event.traceParent().getBytes(StandardCharsets.US_ASCII));
    }
    return record;
  }

  /**
   * Reads a record as an event.
   *
   * @throws UnreadableEvent if an attribute is missing or malformed, or the data are not JSON
   */
  public static EventEnvelope decode(ConsumerRecord<String, byte[]> record) {
    return decode(record.headers(), record.value());
  }

  /** The type alone, without a look at the rest; empty where it does not stand in a header. */
  static Optional<String> type(ConsumerRecord<String, byte[]> record) {
    return Optional.ofNullable(record.headers().lastHeader(TYPE_HEADER))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  static EventEnvelope decode(Headers headers, byte @Nullable [] value) {
    CloudEvent event = event(headers, value);
    return new EventEnvelope(
        required("id", event.getId()),
        required("source", String.valueOf(event.getSource())),
        required("type", event.getType()),
        event.getDataSchema() == null ? null : event.getDataSchema().toString(),
        required("subject", event.getSubject()),
        required(PARTITION_KEY, extension(event, PARTITION_KEY)),
        time(event),
        instant(RECORDED_TIME, required(RECORDED_TIME, extension(event, RECORDED_TIME))),
        required(CORRELATION_ID, extension(event, CORRELATION_ID)),
        optional(CAUSATION_ID, extension(event, CAUSATION_ID)),
        sequence(extension(event, SEQUENCE)),
        optional(TRACE_PARENT, extension(event, TRACE_PARENT)),
        data(event));
  }

  private static CloudEvent event(Headers headers, byte @Nullable [] value) {
    try {
      return KafkaMessageFactory.createReader(headers, value).toEvent();
    } catch (RuntimeException e) {
      // The library throws what it likes for what is malformed, down to NullPointerException.
      throw new UnreadableEvent("not a CloudEvent in binary mode", e);
    }
  }

  private static JsonNode data(CloudEvent event) {
    String type = event.getDataContentType();
    if (type != null && !type.equals(JSON_TYPE) && !type.startsWith(JSON_TYPE + ";")) {
      throw new UnreadableEvent("datacontenttype is not " + JSON_TYPE);
    }
    if (event.getData() == null) {
      if (EventType.ofWireName(event.getType()).filter(EventType::isTombstone).isPresent()) {
        return NullNode.getInstance();
      }
      throw new UnreadableEvent("no data");
    }
    try {
      JsonNode data = JSON.readTree(event.getData().toBytes());
      if (data.isMissingNode()) {
        throw new UnreadableEvent("no data");
      }
      return data;
    } catch (JsonProcessingException e) {
      // Neither the message nor the cause goes along: both quote the data.
      throw new UnreadableEvent("data are not JSON at byte " + e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw new UnreadableEvent("data are not JSON", e);
    }
  }

  private static Instant time(CloudEvent event) {
    if (event.getTime() == null) {
      throw new UnreadableEvent("time is missing");
    }
    return event.getTime().toInstant();
  }

  private static Instant instant(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UnreadableEvent(name + " is not a time");
    }
  }

  private static long sequence(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    if (!SEQUENCE_FORM.matcher(text).matches()) {
      throw new UnreadableEvent(SEQUENCE + " is not a number");
    }
    return Long.parseLong(text);
  }

  private static @Nullable String extension(CloudEvent event, String name) {
    Object value = event.getExtension(name);
    return value == null ? null : value.toString();
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new UnreadableEvent(name + " is missing");
    }
    return checked(name, value);
  }

  private static @Nullable String optional(String name, @Nullable String value) {
    return value == null ? null : checked(name, value);
  }

  private static String checked(String name, String value) {
    if (value.length() > MAX_ATTRIBUTE) {
      throw new UnreadableEvent(name + " is longer than " + MAX_ATTRIBUTE);
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new UnreadableEvent(name + " holds control characters");
    }
    return value;
  }
}
