package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.EventType;

class CloudEventCodecTest {

  private static final EventEnvelope EVENT =
      new EventEnvelope(
          "0198f3a2-b000-7e60-9f9d-7a2b0c4d6e06",
          "/todoke/notice",
          "delivery.arrived",
          "urn:todoke:event:delivery.arrived:1",
          "n1/kj:3870499013",
          "n1/kj:3870499013",
          Instant.parse("2013-07-18T00:12:00Z"),
          Instant.parse("2013-07-19T01:02:03.456789Z"),
          "n1",
          "0198f3a2-a000-7e60-9f9d-7a2b0c4d6e05",
          7,
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          JsonNodeFactory.instance.objectNode().put("名", "八幡浜市").put("rate", 0.1));

  @Test
  void eventSurvivesTheWay() {
    assertThat(decoded(CloudEventCodec.encode("t", EVENT))).isEqualTo(EVENT);
  }

  @Test
  void attributesThatNeedNotBeThereAreLeftOut() {
    var bare =
        new EventEnvelope(
            EVENT.id(),
            EVENT.source(),
            EVENT.type(),
            null,
            EVENT.subject(),
            EVENT.partitionKey(),
            EVENT.time(),
            EVENT.recordedTime(),
            EVENT.correlationId(),
            null,
            0,
            null,
            EVENT.data());

    ProducerRecord<String, byte[]> record = CloudEventCodec.encode("t", bare);

    assertThat(texts(record.headers()).keySet())
        .doesNotContain("ce_dataschema", "ce_causationid", "ce_sequence", "ce_traceparent");
    assertThat(decoded(record)).isEqualTo(bare);
  }

  @Test
  void recordLooksAsDocumented() {
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode("todoke.deliveries", EVENT);

    assertThat(record.topic()).isEqualTo("todoke.deliveries");
    assertThat(record.key()).isEqualTo("n1/kj:3870499013");
    assertThat(record.timestamp()).isNull();
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo("{\"名\":\"八幡浜市\",\"rate\":0.1}");
    assertThat(texts(record.headers()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", EVENT.id()),
                Map.entry("ce_source", "/todoke/notice"),
                Map.entry("ce_type", "delivery.arrived"),
                Map.entry("ce_dataschema", "urn:todoke:event:delivery.arrived:1"),
                Map.entry("content-type", "application/json"),
                Map.entry("ce_subject", "n1/kj:3870499013"),
                Map.entry("ce_time", "2013-07-18T00:12:00Z"),
                Map.entry("ce_recordedtime", "2013-07-19T01:02:03.456789Z"),
                Map.entry("ce_partitionkey", "n1/kj:3870499013"),
                Map.entry("ce_correlationid", "n1"),
                Map.entry("ce_causationid", "0198f3a2-a000-7e60-9f9d-7a2b0c4d6e05"),
                Map.entry("ce_sequence", "7"),
                Map.entry("ce_traceparent", EVENT.traceParent()),
                Map.entry("traceparent", EVENT.traceParent())));
  }

  @Test
  void recordFitsThePublishedEnvelope() throws IOException {
    var attributes = JsonNodeFactory.instance.objectNode();
    texts(CloudEventCodec.encode("todoke.deliveries", EVENT).headers())
        .forEach(
            (header, text) -> {
              if (header.equals("content-type")) {
                attributes.put("datacontenttype", text);
              } else if (header.startsWith("ce_")) {
                attributes.put(header.substring("ce_".length()), text);
              }
            });
    try (InputStream schema =
        EventType.class.getResourceAsStream("/contracts/schemas/envelope.v1.json")) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(schema, InputFormat.JSON)
                  .validate(
                      attributes.toString(),
                      InputFormat.JSON,
                      context ->
                          context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .isEmpty();
    }
    assertThat(attributes.fieldNames())
        .toIterable()
        .contains("specversion", "traceparent", "sequence", "causationid");
  }

  @Test
  void goldenSampleOfTheEnvelopeIsReadBack() throws IOException {
    var headers = new RecordHeaders();
    try (InputStream sample =
        EventType.class.getResourceAsStream("/contracts/samples/envelope.v1.json")) {
      new ObjectMapper()
          .readTree(sample)
          .properties()
          .forEach(
              attribute -> {
                String name = attribute.getKey();
                headers.add(
                    name.equals("datacontenttype") ? "content-type" : "ce_" + name,
                    attribute.getValue().textValue().getBytes(UTF_8));
              });
    }

    EventEnvelope event = CloudEventCodec.decode(headers, "{}".getBytes(UTF_8));

    assertThat(event.type()).isEqualTo("delivery.arrived");
    assertThat(event.source()).isEqualTo("/todoke/notice");
    assertThat(event.partitionKey()).isEqualTo(event.subject());
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.time()).isEqualTo(Instant.parse("2013-07-18T00:12:00Z"));
    assertThat(event.causationId()).isNotNull();
    assertThat(event.traceParent()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_subject",
        "ce_time",
        "ce_recordedtime",
        "ce_partitionkey",
        "ce_correlationid"
      })
  void recordWithoutAnAttributeIsUnreadable(String header) {
    assertUnreadable(headers -> headers.remove(header), "{}");
  }

  static Stream<Arguments> malformedAttributes() {
    return Stream.of(
        Arguments.of("ce_specversion", "7"),
        Arguments.of("ce_time", "平成25年2月30日"),
        Arguments.of("ce_recordedtime", "yesterday"),
        Arguments.of("ce_sequence", "seven"),
        Arguments.of("ce_sequence", "-1"),
        Arguments.of("ce_source", "::not a uri"),
        Arguments.of("ce_id", " "),
        Arguments.of("ce_id", "a\0b"),
        Arguments.of("ce_id", "x".repeat(300)),
        Arguments.of("ce_partitionkey", "x".repeat(300)),
        Arguments.of("content-type", "application/xml"));
  }

  @ParameterizedTest
  @MethodSource("malformedAttributes")
  void recordWithAMalformedAttributeIsUnreadable(String header, String value) {
    assertUnreadable(headers -> replace(headers, header, value), "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{} {}", "{\"a\":}", "<xml/>", "\u0000"})
  void bodyThatIsNotJsonIsUnreadable(String body) {
    assertUnreadable(headers -> {}, body);
  }

  @Test
  void recordWithoutABodyIsUnreadable() {
    Headers headers = CloudEventCodec.encode("t", EVENT).headers();
    assertThatThrownBy(() -> CloudEventCodec.decode(headers, null))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void tombstoneHasAllAttributesAndNoBody() {
    var erased =
        new EventEnvelope(
            EVENT.id(),
            "/todoke/registry",
            EventType.ORGANIZATION_ERASED.wireName(),
            EventType.ORGANIZATION_ERASED.schemaId(),
            "kj:3870499013",
            "kj:3870499013",
            EVENT.time(),
            EVENT.recordedTime(),
            "kj:3870499013",
            null,
            9,
            null,
            NullNode.getInstance());

    ProducerRecord<String, byte[]> record = CloudEventCodec.encode("t", erased);

    assertThat(record.value()).isNull();
    assertThat(record.key()).isEqualTo("kj:3870499013");
    assertThat(decoded(record)).isEqualTo(erased);
  }

  @Test
  void headerWithoutAValueIsUnreadable() {
    Headers headers = CloudEventCodec.encode("t", EVENT).headers();
    headers.remove("ce_id").add(new RecordHeader("ce_id", null));
    assertThatThrownBy(() -> CloudEventCodec.decode(headers, "{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void whatIsSaidOfABrokenBodyDoesNotQuoteIt() {
    Headers headers = CloudEventCodec.encode("t", EVENT).headers();
    assertThatThrownBy(
            () ->
                CloudEventCodec.decode(
                    headers, "{\"name\": secret}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEvent.class)
        .hasNoCause()
        .message()
        .doesNotContain("secret");
  }

  @Test
  void unknownHeadersAreIgnored() {
    ProducerRecord<String, byte[]> record = CloudEventCodec.encode("t", EVENT);
    record.headers().add("x-other", new byte[] {1, 2}).add("ce_other", "x".getBytes(UTF_8));
    assertThat(decoded(record)).isEqualTo(EVENT);
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static void assertUnreadable(Consumer<Headers> harm, String body) {
    Headers headers = new RecordHeaders(CloudEventCodec.encode("t", EVENT).headers());
    harm.accept(headers);
    var record =
        new ConsumerRecord<>(
            "t",
            0,
            0L,
            0L,
            org.apache.kafka.common.record.TimestampType.CREATE_TIME,
            0,
            0,
            "key",
            body.getBytes(UTF_8),
            headers,
            java.util.Optional.empty());
    assertThatThrownBy(() -> CloudEventCodec.decode(record)).isInstanceOf(UnreadableEvent.class);
  }

  private static void replace(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }

  private static EventEnvelope decoded(ProducerRecord<String, byte[]> record) {
    return CloudEventCodec.decode(record.headers(), record.value());
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new TreeMap<>();
    headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
    return texts;
  }
}
