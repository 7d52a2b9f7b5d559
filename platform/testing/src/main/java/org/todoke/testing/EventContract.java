package org.todoke.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.todoke.contracts.EventType;

/** Holds what a service really produces against the published JSON Schema of its type. */
public final class EventContract {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<EventType, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private EventContract() {}

  public static void assertValid(EventType type, String dataJson) {
    Assertions.assertThat(faults(type, dataJson))
        .as("faults of %s against %s", type.wireName(), type.schemaResource())
        .isEmpty();
  }

  /** The type must be known, name its schema, and carry data that fit it. */
  public static void assertValid(ReceivedEvent received) {
    EventType type =
        EventType.ofWireName(received.type())
            .orElseThrow(() -> new AssertionError("unknown type " + received.type()));
    Assertions.assertThat(received.event().getDataSchema())
        .as("dataschema of %s", type.wireName())
        .hasToString(type.schemaId());
    Assertions.assertThat(received.topic()).isEqualTo(type.topic());
    // A tombstone has no body, which the schema calls null.
    assertValid(type, received.data().isMissingNode() ? "null" : received.data().toString());
  }

  static List<String> faults(EventType type, String dataJson) {
    return SCHEMAS
        .computeIfAbsent(type, EventContract::load)
        .validate(
            dataJson,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema load(EventType type) {
    try (InputStream schema = EventType.class.getResourceAsStream(type.schemaResource())) {
      if (schema == null) {
        throw new AssertionError("no schema at " + type.schemaResource());
      }
      return REGISTRY.getSchema(schema, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
