package org.todoke.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.todoke.testing.RouteWalk.Route;

/** The operations of an OpenAPI document, each with the roles that it lists. */
final class OpenApiRoutes {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private OpenApiRoutes() {}

  static List<Route> of(String openApi) {
    try {
      JsonNode document = YAML.readTree(openApi);
      var routes = new ArrayList<Route>();
      document
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(
                          operation -> {
                            if (METHODS.contains(operation.getKey())) {
                              routes.add(
                                  new Route(
                                      operation.getKey().toUpperCase(Locale.ROOT),
                                      path.getKey(),
                                      rolesOf(operation.getValue())));
                            }
                          }));
      return List.copyOf(routes);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no OpenAPI document", e);
    }
  }

  private static Set<String> rolesOf(JsonNode operation) {
    var roles = new TreeSet<String>();
    for (JsonNode requirement : operation.path("security")) {
      for (JsonNode scheme : requirement) {
        scheme.forEach(role -> roles.add(role.asText()));
      }
    }
    return roles;
  }
}
