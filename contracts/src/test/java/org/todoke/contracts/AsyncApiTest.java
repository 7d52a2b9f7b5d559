package org.todoke.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

  private static final JsonNode DOCUMENT = ContractFiles.yaml("/contracts/asyncapi.yaml");

  @Test
  void namesExactlyTheTopicsOfTheSuiteWithTheirShape() {
    List<Topics.Topic> described =
        DOCUMENT.path("channels").propertyStream().map(c -> topicOf(c.getValue())).toList();

    assertThat(described)
        .as("channels of contracts/asyncapi.yaml against Topics.ALL")
        .containsExactlyInAnyOrderElementsOf(Topics.ALL);
  }

  @Test
  void namesExactlyTheEventTypesOnTheTopicThatCarriesThem() {
    Map<String, List<String>> described =
        DOCUMENT
            .path("channels")
            .propertyStream()
            .map(Map.Entry::getValue)
            .collect(
                Collectors.toMap(c -> c.path("address").asText(), AsyncApiTest::typesOfChannel));
    Map<String, List<String>> published =
        Arrays.stream(EventType.values())
            .collect(
                Collectors.groupingBy(
                    EventType::topic,
                    Collectors.mapping(EventType::wireName, Collectors.toList())));

    assertThat(described)
        .as("messages per channel of contracts/asyncapi.yaml against EventType")
        .isEqualTo(published);
  }

  @ParameterizedTest
  @EnumSource
  void messageRefersToItsSchemaAndNamesItsType(EventType type) {
    JsonNode message = messageOf(type);

    String schemaFile = message.at("/payload/schema/$ref").asText();
    assertThat("/contracts/" + schemaFile).isEqualTo(type.schemaResource());
    assertThat(ContractFiles.exists(type.schemaResource())).isTrue();
    JsonNode headers = message.at("/examples/0/headers");
    assertThat(headers.path("ce_type").asText()).isEqualTo(type.wireName());
    assertThat(headers.path("ce_dataschema").asText()).isEqualTo(type.schemaId());
  }

  @Test
  void headersAreTheAttributesOfTheEnvelopeInBinaryMode() {
    JsonNode envelope = ContractFiles.json("/contracts/schemas/envelope.v1.json");
    List<String> attributes =
        envelope.path("properties").propertyStream().map(Map.Entry::getKey).toList();
    JsonNode headers = DOCUMENT.at("/components/schemas/binaryModeHeaders/properties");

    assertThat(headers.propertyStream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(attributes.stream().map(AsyncApiTest::header).toList());
    for (String attribute : attributes) {
      assertThat(headers.path(header(attribute)).path("$ref").asText())
          .isEqualTo("schemas/envelope.v1.json#/properties/" + attribute);
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    DOCUMENT.findValues("$ref").forEach(r -> references.add(r.asText()));

    assertThat(references).hasSizeGreaterThan(EventType.values().length);
    assertThat(references.stream().filter(r -> !leadsSomewhere(r))).isEmpty();
  }

  private static boolean leadsSomewhere(String reference) {
    String file = reference.substring(0, (reference + "#").indexOf('#'));
    String pointer = reference.contains("#") ? reference.substring(file.length() + 1) : "";
    if (!file.isEmpty() && !ContractFiles.exists("/contracts/" + file)) {
      return false;
    }
    JsonNode root = file.isEmpty() ? DOCUMENT : ContractFiles.json("/contracts/" + file);
    return !root.at(pointer).isMissingNode();
  }

  private static Topics.Topic topicOf(JsonNode channel) {
    JsonNode kafka = channel.path("bindings").path("kafka");
    assertThat(kafka.path("topic").asText()).isEqualTo(channel.path("address").asText());
    return new Topics.Topic(
        channel.path("address").asText(),
        kafka.path("partitions").asInt(),
        kafka.at("/topicConfiguration/cleanup.policy/0").asText().equals("compact"));
  }

  private static List<String> typesOfChannel(JsonNode channel) {
    return channel
        .path("messages")
        .propertyStream()
        .map(m -> DOCUMENT.at(m.getValue().path("$ref").asText().substring(1)))
        .map(m -> m.path("name").asText())
        .toList();
  }

  private static JsonNode messageOf(EventType type) {
    return DOCUMENT
        .at("/components/messages")
        .propertyStream()
        .map(Map.Entry::getValue)
        .filter(m -> m.path("name").asText().equals(type.wireName()))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError("describe " + type.wireName() + " in contracts/asyncapi.yaml"));
  }

  private static String header(String attribute) {
    return attribute.equals("datacontenttype") ? "content-type" : "ce_" + attribute;
  }
}
