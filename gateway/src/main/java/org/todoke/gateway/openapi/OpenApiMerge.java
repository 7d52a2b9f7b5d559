package org.todoke.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one OpenAPI document of those of the services. A component that reads the same in all of
 * them stays one; where two mean different things by one name, each gets its service's name in
 * front.
 */
final class OpenApiMerge {

  /** The one way in, whatever the services call it. */
  static final String SCHEME = "bearer";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String COMPONENTS = "#/components/";

  /** What every service has under its own name, and describes without knowing it. */
  private static final String EACH_SERVICE = "/v1/operations/{service}/";

  /** Written here once for all of them. */
  private static final Set<String> NOT_TAKEN = Set.of("securitySchemes");

  private final Map<String, JsonNode> documents;

  /**
   * @param documents by the short name of the service
   */
  OpenApiMerge(Map<String, JsonNode> documents) {
    this.documents = new TreeMap<>(documents);
  }

  ObjectNode merged(String version) {
    ObjectNode all = JSON.objectNode();
    all.put("openapi", "3.1.0");
    all.set("info", info(version));
    all.putArray("servers").addObject().put("url", "/").put("description", "This gateway");
    all.putArray("security").add(requirement(JSON.arrayNode()));
    ArrayNode tags = all.putArray("tags");
    ObjectNode paths = all.putObject("paths");
    ObjectNode components = all.putObject("components");
    components.putObject("securitySchemes").set(SCHEME, scheme());

    Map<String, Map<String, String>> names = names();
    documents.forEach(
        (service, document) -> {
          tags.addObject().put("name", service);
          JsonNode own = renamed(document, names.get(service));
          addPaths(service, own.path("paths"), paths);
          addComponents(own.path("components"), names.get(service), components);
        });
    return all;
  }

  /** Per service: the reference of each of its components, and what it is called in the whole. */
  private Map<String, Map<String, String>> names() {
    Map<String, JsonNode> first = new HashMap<>();
    Map<String, Boolean> clashes = new HashMap<>();
    forEachComponent(
        (service, reference, component) ->
            clashes.merge(
                reference,
                !first.computeIfAbsent(reference, r -> component).equals(component),
                Boolean::logicalOr));
    Map<String, Map<String, String>> names = new HashMap<>();
    documents.keySet().forEach(service -> names.put(service, new LinkedHashMap<>()));
    forEachComponent(
        (service, reference, component) ->
            names
                .get(service)
                .put(
                    reference,
                    clashes.getOrDefault(reference, false)
                        ? withPrefix(reference, service)
                        : reference));
    return names;
  }

  private interface ComponentVisitor {
    void visit(String service, String reference, JsonNode component);
  }

  private void forEachComponent(ComponentVisitor visitor) {
    documents.forEach(
        (service, document) ->
            document
                .path("components")
                .properties()
                .forEach(
                    kind -> {
                      if (!NOT_TAKEN.contains(kind.getKey())) {
                        kind.getValue()
                            .properties()
                            .forEach(
                                c ->
                                    visitor.visit(
                                        service,
                                        COMPONENTS + kind.getKey() + "/" + c.getKey(),
                                        c.getValue()));
                      }
                    }));
  }

  private static String withPrefix(String reference, String service) {
    int name = reference.lastIndexOf('/') + 1;
    return reference.substring(0, name)
        + Character.toUpperCase(service.charAt(0))
        + service.substring(1)
        + reference.substring(name);
  }

  private static JsonNode renamed(JsonNode node, Map<String, String> names) {
    if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      node.properties().forEach(p -> copy.set(p.getKey(), renamed(p.getValue(), names)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      node.forEach(each -> copy.add(renamed(each, names)));
      return copy;
    }
    if (node.isTextual() && names.containsKey(node.textValue())) {
      return TextNode.valueOf(names.get(node.textValue()));
    }
    return node;
  }

  private static void addPaths(String service, JsonNode own, ObjectNode paths) {
    own.properties()
        .forEach(
            path -> {
              String outside =
                  path.getKey().replace(EACH_SERVICE, "/v1/operations/" + service + "/");
              if (paths.has(outside)) {
                throw new IllegalStateException(
                    outside + " is described by " + service + " and by another service");
              }
              ObjectNode item = path.getValue().deepCopy();
              if (!outside.equals(path.getKey())) {
                withoutServiceParameter(item);
                item.forEach(OpenApiMerge::withoutServiceParameter);
              }
              item.properties()
                  .forEach(
                      operation -> {
                        if (operation.getValue() instanceof ObjectNode object
                            && object.has("responses")) {
                          adopt(service, object);
                        }
                      });
              paths.set(outside, item);
            });
  }

  /** In the path it is a name now. */
  private static void withoutServiceParameter(JsonNode described) {
    if (described.path("parameters") instanceof ArrayNode parameters) {
      parameters.removeIf(
          p -> p.path("in").asText().equals("path") && p.path("name").asText().equals("service"));
      if (parameters.isEmpty()) {
        ((ObjectNode) described).remove("parameters");
      }
    }
  }

  /** Grouped by service, and with the one security scheme. */
  private static void adopt(String service, ObjectNode operation) {
    operation.putArray("tags").add(service);
    if (operation.has("operationId")) {
      operation.put("operationId", service + "." + operation.path("operationId").asText());
    }
    JsonNode security = operation.path("security");
    if (security.isArray() && !security.isEmpty()) {
      ArrayNode one = JSON.arrayNode();
      security.forEach(
          r -> one.add(requirement(r.isEmpty() ? JSON.arrayNode() : r.elements().next())));
      operation.set("security", one);
    }
  }

  private static void addComponents(
      JsonNode own, Map<String, String> names, ObjectNode components) {
    names.forEach(
        (reference, name) -> {
          List<String> from = List.of(reference.substring(COMPONENTS.length()).split("/", 2));
          String to = name.substring(name.lastIndexOf('/') + 1);
          components
              .withObjectProperty(from.get(0))
              .set(to, own.path(from.get(0)).path(from.get(1)));
        });
  }

  private static ObjectNode requirement(JsonNode roles) {
    return JSON.objectNode().set(SCHEME, roles);
  }

  private static ObjectNode info(String version) {
    return JSON.objectNode()
        .put("title", "Todoke")
        .put(
            "description",
            "Carries a government notice down the hierarchy and proves every hop. Every path wants"
                + " a bearer token of an organisation; what belongs to others is not found (404)."
                + " Refusals are application/problem+json with a stable code, in Japanese or"
                + " English (Accept-Language).")
        .put("version", version);
  }

  private static ObjectNode scheme() {
    return JSON.objectNode()
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put(
            "description",
            "An OpenID Connect access token with the audience todoke, the claim org (code of the"
                + " organisation) and the claim roles.");
  }
}
