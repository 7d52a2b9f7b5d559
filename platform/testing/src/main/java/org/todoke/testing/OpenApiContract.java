package org.todoke.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/**
 * Compares the OpenAPI document that a service produces with the one in {@code
 * contracts/openapi/<service>.yaml}. With {@code -Dtodoke.contracts.update=true} the file is
 * written anew; look at the difference before you commit it.
 */
public final class OpenApiContract {

  static final String UPDATE = "todoke.contracts.update";

  private static final ObjectMapper YAML =
      new ObjectMapper(
              new YAMLFactory()
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private OpenApiContract() {}

  /**
   * @param actual the document as served, YAML or JSON
   */
  public static void assertMatches(String service, String actual) {
    assertMatches(
        RepositoryRoot.find().resolve("contracts/openapi").resolve(service + ".yaml"),
        actual,
        Boolean.getBoolean(UPDATE));
  }

  static void assertMatches(Path file, String actual, boolean update) {
    try {
      String produced = canonical(actual);
      if (update) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, produced);
        return;
      }
      Assertions.assertThat(file)
          .as("the committed document; write it with -D%s=true", UPDATE)
          .exists();
      Assertions.assertThat(produced)
          .as("%s; if the change is meant, rewrite it with -D%s=true", file.getFileName(), UPDATE)
          .isEqualTo(canonical(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sorted, and without what differs from machine to machine. */
  private static String canonical(String document) throws JsonProcessingException {
    JsonNode tree = YAML.readTree(document);
    if (!tree.path("paths").isObject() || tree.path("paths").isEmpty()) {
      throw new AssertionError("this is no OpenAPI document with paths: " + document);
    }
    ((ObjectNode) tree).remove("servers");
    tree.path("components")
        .path("securitySchemes")
        .forEach(
            scheme -> {
              if (scheme.has("openIdConnectUrl")) {
                ((ObjectNode) scheme).put("openIdConnectUrl", "/.well-known/openid-configuration");
              }
            });
    return YAML.writeValueAsString(sorted(tree));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      var members = new TreeMap<String, JsonNode>();
      node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      ObjectNode copy = YAML.createObjectNode();
      members.forEach(copy::set);
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = YAML.createArrayNode();
      node.forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    return node;
  }
}
