package org.todoke.contracts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads what lies under {@code contracts/} on the class path, as a foreign consumer would. */
final class ContractFiles {

  /** Refuses members that the record does not have: here a sample must say nothing in vain. */
  static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private ContractFiles() {}

  static JsonNode json(String resource) {
    return read(resource, STRICT);
  }

  static JsonNode yaml(String resource) {
    return read(resource, new YAMLMapper());
  }

  static boolean exists(String resource) {
    return ContractFiles.class.getResource(resource) != null;
  }

  /** What is wrong with the document, one sentence each; empty where it obeys the schema. */
  static List<String> faults(JsonNode schema, JsonNode document) {
    Schema compiled = REGISTRY.getSchema(schema);
    return compiled.validate(document).stream().map(Error::toString).toList();
  }

  private static JsonNode read(String resource, ObjectMapper mapper) {
    try (InputStream in = ContractFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError(
            "missing contracts/src/main/resources"
                + resource
                + ": a fact is published only together with its files");
      }
      return mapper.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
