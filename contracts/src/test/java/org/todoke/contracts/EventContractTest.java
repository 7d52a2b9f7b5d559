package org.todoke.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.todoke.contracts.event.EventData;

class EventContractTest {

  /** All but tombstones, which have no body and so no record. */
  static Stream<EventType> typesWithData() {
    return Stream.of(EventType.values()).filter(type -> !type.isTombstone());
  }

  @Test
  void tombstoneHasNoBodyAndIsOnACompactedTopic() {
    List<String> compacted =
        Topics.ALL.stream().filter(Topics.Topic::compacted).map(Topics.Topic::name).toList();
    List<EventType> tombstones =
        Stream.of(EventType.values()).filter(EventType::isTombstone).toList();

    assertThat(tombstones).containsExactly(EventType.ORGANIZATION_ERASED);
    for (EventType type : tombstones) {
      assertThat(type.topic()).isIn(compacted);
      assertThat(sample(type).isNull()).as(type.sampleResource()).isTrue();
      assertThat(ContractFiles.faults(schema(type), ContractFiles.STRICT.createObjectNode()))
          .as("a body")
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void schemaNamesItselfAsTheEventsDo(EventType type) {
    JsonNode schema = schema(type);

    assertThat(schema.path("$id").asText()).isEqualTo(type.schemaId());
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("title").asText()).isEqualTo(type.wireName());
    assertThat(schema.path("description").asText()).isNotBlank();
    assertThat(schema.path("additionalProperties").asBoolean(false))
        .as("members are only ever added, so a schema must let unknown ones pass")
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void schemaKnowsExactlyTheComponentsOfTheRecord(EventType type) {
    Class<? extends EventData> data = RecordOfType.of(type);

    assertThat(names(schema(type).path("properties")))
        .as(
            "properties of %s against the components of %s: change record, schema and sample"
                + " together",
            type.schemaResource(), data.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(RecordOfType.components(data));
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void schemaRequiresExactlyWhatTheRecordNeverLeavesOut(EventType type) {
    Class<? extends EventData> data = RecordOfType.of(type);

    assertThat(texts(schema(type).path("required")))
        .as(
            "required members of %s against the components of %s that are not @Nullable",
            type.schemaResource(), data.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(RecordOfType.componentsThatMustBeThere(data));
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void schemaListsEveryValueOfAnEnumByItsNameOnTheWire(EventType type) {
    Class<? extends EventData> data = RecordOfType.of(type);

    for (String component : RecordOfType.components(data)) {
      for (EnumPlace place : enumPlaces(type, RecordOfType.typeOf(data, component), component)) {
        assertThat(texts(place.schema().path("enum")))
            .as("values of %s in %s", component, type.schemaResource())
            .containsExactlyElementsOf(wireNames(place.values()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void sampleObeysItsSchema(EventType type) {
    assertThat(ContractFiles.faults(schema(type), sample(type)))
        .as(type.sampleResource())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void sampleIsReadAndWrittenAgainUnchanged(EventType type) throws JsonProcessingException {
    JsonNode sample = sample(type);

    EventData data = ContractFiles.STRICT.treeToValue(sample, RecordOfType.of(type));
    JsonNode written = ContractFiles.STRICT.valueToTree(data);

    assertThat(written)
        .as("%s through %s", type.sampleResource(), data.getClass().getSimpleName())
        .isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void sampleShowsEveryRequiredMemberAndBreaksWithoutIt(EventType type) {
    for (String required : texts(schema(type).path("required"))) {
      ObjectNode cut = sample(type).deepCopy();
      assertThat(cut.remove(required)).as("%s in %s", required, type.sampleResource()).isNotNull();

      assertThat(ContractFiles.faults(schema(type), cut)).as("without " + required).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void unknownMemberIsLetThrough(EventType type) {
    ObjectNode later = sample(type).deepCopy();
    later.put("addedByALaterVersion", true);

    assertThat(ContractFiles.faults(schema(type), later)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("typesWithData")
  void malformedValueIsAFault(EventType type) {
    ObjectNode broken = sample(type).deepCopy();
    String first = schema(type).path("required").get(0).asText();
    broken.put(first, "not a value of this");

    assertThat(ContractFiles.faults(schema(type), broken)).isNotEmpty();
  }

  @Test
  void optionalMembersAreShownByTheSampleOfSomeType() {
    for (EventType type : typesWithData().toList()) {
      Class<? extends EventData> data = RecordOfType.of(type);
      List<String> shown =
          typesWithData()
              .filter(t -> RecordOfType.of(t) == data)
              .flatMap(t -> names(sample(t)).stream())
              .toList();
      assertThat(shown)
          .as("members of %s in its samples", data.getSimpleName())
          .containsAll(RecordOfType.components(data));
    }
  }

  @Test
  void sameDefinitionReadsTheSameInEverySchema() {
    Map<String, JsonNode> known = new HashMap<>();
    for (EventType type : EventType.values()) {
      schema(type)
          .path("$defs")
          .properties()
          .forEach(
              d ->
                  assertThat(d.getValue())
                      .as("$defs/%s in %s", d.getKey(), type.schemaResource())
                      .isEqualTo(known.computeIfAbsent(d.getKey(), k -> d.getValue())));
    }
    assertThat(known).containsKeys("organizationCode", "uuid", "date");
  }

  @Test
  void codesOfEverySchemeFitTheSchemaAndOthersDoNot() {
    JsonNode code = schema(EventType.NOTICE_ISSUED).path("$defs").path("organizationCode");

    assertThat(
            Stream.of(
                    "go:mhlw",
                    "go:mhlw.rouken.soumu",
                    "lg:382043",
                    "cn:3000020382043",
                    "op:0123456789abcdef")
                .filter(c -> !fits(code, c)))
        .isEmpty();
    assertThat(fits(code, "kj:3870400001")).isTrue();
    assertThat(
            Stream.of(
                    "lg:38204",
                    "cn:12",
                    "kj:38I0400001",
                    "op:0123456789ABCDEF",
                    "xx:1",
                    "go:",
                    "lg:382043 ")
                .filter(c -> fits(code, c) || OrganizationCode.parse(c).isPresent()))
        .isEmpty();
  }

  private static boolean fits(JsonNode schema, String value) {
    return ContractFiles.faults(schema, ContractFiles.STRICT.valueToTree(value)).isEmpty();
  }

  private record EnumPlace(Class<?> values, JsonNode schema) {}

  private static List<EnumPlace> enumPlaces(EventType type, Type java, String component) {
    JsonNode property = schema(type).path("properties").path(component);
    if (java instanceof Class<?> c && c.isEnum()) {
      return List.of(new EnumPlace(c, resolve(type, property)));
    }
    if (java instanceof ParameterizedType p
        && p.getActualTypeArguments()[0] instanceof Class<?> c
        && c.isEnum()) {
      boolean list = Collection.class.isAssignableFrom((Class<?>) p.getRawType());
      return List.of(
          new EnumPlace(c, resolve(type, property.path(list ? "items" : "propertyNames"))));
    }
    return List.of();
  }

  private static JsonNode resolve(EventType type, JsonNode property) {
    String ref = property.path("$ref").asText("");
    return ref.isEmpty() ? property : schema(type).at(ref.substring(1));
  }

  private static List<String> wireNames(Class<?> values) {
    return Arrays.stream(values.getEnumConstants())
        .map(v -> ContractFiles.STRICT.valueToTree(v).textValue())
        .toList();
  }

  private static JsonNode schema(EventType type) {
    return ContractFiles.json(type.schemaResource());
  }

  private static JsonNode sample(EventType type) {
    return ContractFiles.json(type.sampleResource());
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
