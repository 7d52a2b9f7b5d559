package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.todoke.stack.Stack;
import org.todoke.testing.Eventually;
import org.todoke.testing.RepositoryRoot;

/**
 * Closed by default, asked from outside: what a caller without a token gets from the running suite.
 */
class OpenRoutesIT {

  private static final Pattern ROW = Pattern.compile("^\\| `GET ([^`]+)` \\|", Pattern.MULTILINE);

  private final Stack stack = Suite.shared();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void nobodyGetsAnyOperationOfTheApi() throws Exception {
    JsonNode document = new ObjectMapper().readTree(get(stack.gateway() + "/openapi.json"));
    List<String> open = new ArrayList<>();
    int walked = 0;
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String concrete = path.getKey().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
        if (Set.of("GET", "POST", "PUT", "DELETE", "PATCH").contains(method)) {
          walked++;
          // So many at once pass the rate that a caller without a token has.
          int status =
              Eventually.value(() -> status(method, stack.gateway() + concrete), s -> s != 429);
          if (status != 401) {
            open.add(method + " " + path.getKey() + " → " + status);
          }
        }
      }
    }
    assertThat(open).isEmpty();
    assertThat(walked).isGreaterThan(30);
  }

  @Test
  void theServicesBehindTheGatewayAreAsClosed() throws Exception {
    for (String service : Stack.SERVICES_WITH_DATABASE) {
      for (String path :
          List.of(
              "/v1/organizations",
              "/v1/notices",
              "/v1/assignments",
              "/v1/operations/" + service + "/parked",
              "/anything",
              "/q/health",
              "/q/metrics")) {
        assertThat(status("GET", stack.direct(service) + path)).as(service + path).isIn(401, 404);
      }
      assertThat(status("GET", stack.direct(service) + "/v1/anything")).isEqualTo(401);
      assertThat(status("GET", stack.direct(service) + "/q/openapi")).isEqualTo(200);
    }
  }

  @Test
  void openIsJustWhatTheSecurityDocumentLists() throws Exception {
    String document = Files.readString(RepositoryRoot.find().resolve("docs/security.md"));
    int section = document.indexOf("\n## Open routes\n");
    Matcher rows = ROW.matcher(document.substring(section, document.indexOf("\n## ", section + 1)));
    Set<String> listed = rows.results().map(r -> r.group(1)).collect(Collectors.toSet());
    assertThat(listed).contains("/", "/health", "/docs");
    for (String path : listed) {
      assertThat(status("GET", stack.gateway() + path)).as(path).isEqualTo(200);
    }
    for (String path :
        List.of(
            "/v1",
            "/q/health",
            "/q/metrics",
            "/q/openapi",
            "/admin",
            "/index.html",
            "/favicon.ico")) {
      assertThat(status("GET", stack.gateway() + path)).as(path).isEqualTo(401);
    }
  }

  private String get(String uri) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString())
        .body();
  }

  private int status(String method, String uri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri)).method(method, BodyPublishers.noBody()).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
