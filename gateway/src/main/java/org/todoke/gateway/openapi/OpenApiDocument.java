package org.todoke.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.todoke.gateway.GatewayConfig;

/**
 * The description of the whole API, made of the committed documents of the services: it is the same
 * whether they run or not.
 */
@ApplicationScoped
class OpenApiDocument {

  private static final Logger LOG = Logger.getLogger(OpenApiDocument.class);

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          // Or "1.0" would come back as a number.
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private final Buffer json;
  private final Buffer yaml;

  OpenApiDocument(
      GatewayConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
    Map<String, JsonNode> documents = new TreeMap<>();
    config.routes().keySet().forEach(service -> read(service, documents));
    JsonNode merged = new OpenApiMerge(documents).merged(version);
    ObjectMapper pretty = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    try {
      this.json = Buffer.buffer(pretty.writeValueAsBytes(merged));
      this.yaml = Buffer.buffer(YAML.writeValueAsBytes(merged));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Buffer json() {
    return json;
  }

  Buffer yaml() {
    return yaml;
  }

  private static void read(String service, Map<String, JsonNode> into) {
    String resource = "contracts/openapi/" + service + ".yaml";
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        LOG.warnf("no description of %s: %s is missing", service, resource);
      } else {
        into.put(service, YAML.readTree(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
