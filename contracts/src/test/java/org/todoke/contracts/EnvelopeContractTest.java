package org.todoke.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeContractTest {

  private static final JsonNode SCHEMA = ContractFiles.json("/contracts/schemas/envelope.v1.json");
  private static final JsonNode SAMPLE = ContractFiles.json("/contracts/samples/envelope.v1.json");

  @Test
  void sampleObeysTheSchema() {
    assertThat(ContractFiles.faults(SCHEMA, SAMPLE)).isEmpty();
  }

  @Test
  void sampleShowsEveryAttribute() {
    assertThat(SAMPLE.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> SCHEMA.path("properties").fieldNames());
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeFits(EventType type) {
    ObjectNode envelope = SAMPLE.deepCopy();
    envelope.put("type", type.wireName()).put("dataschema", type.schemaId());

    assertThat(ContractFiles.faults(SCHEMA, envelope)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "type", "time", "recordedtime", "partitionkey", "dataschema"})
  void attributeThatConsumersRelyOnIsRequired(String attribute) {
    ObjectNode envelope = SAMPLE.deepCopy();
    envelope.remove(attribute);

    assertThat(ContractFiles.faults(SCHEMA, envelope)).isNotEmpty();
  }

  @Test
  void attributeNamesAreLowerCaseLettersAsCloudEventsWants() {
    assertThat(SCHEMA.path("properties").fieldNames())
        .toIterable()
        .isNotEmpty()
        .allMatch(n -> n.matches("[a-z0-9]{1,20}"));
  }
}
