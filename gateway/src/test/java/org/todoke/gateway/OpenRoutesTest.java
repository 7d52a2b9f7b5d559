package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.todoke.testing.OpenRoutes;

@GatewayTest
class OpenRoutesTest {

  /** What nobody has to show a token for. The same list stands in docs/security.md. */
  private static final Set<String> OPEN =
      Set.of(
          "/",
          "/assets/status.css",
          "/health",
          "/openapi.json",
          "/openapi.yaml",
          "/docs",
          "/docs/start.js",
          "/docs/swagger-ui.css",
          "/docs/swagger-ui-bundle.js");

  /** What is in or beside the open folders. */
  private static final List<String> NEARBY =
      List.of("/docs/other.js", "/assets/", "/assets/other.css");

  @Inject Router router;

  @ConfigProperty(name = "quarkus.http.auth.permission.open.paths")
  List<String> configured;

  @Test
  void everyRouteButTheListedOnesWantsAToken() {
    List<String> known = new ArrayList<>(NEARBY);
    router.getRoutes().forEach(route -> known.add(route.getPath()));
    assertThat(known).as("routes that the running gateway knows").contains("/v1/", "/health");
    known.addAll(OPEN);

    Map<String, Set<String>> open =
        OpenRoutes.of(URI.create("http://localhost:" + Client.port()), known);

    assertThat(open.keySet()).containsExactlyInAnyOrderElementsOf(OPEN);
    assertThat(open.values()).allSatisfy(methods -> assertThat(methods).isSubsetOf("GET", "HEAD"));
  }

  @Test
  void onlyUnderOpenFoldersIsItToldThatSomethingIsMissing() {
    for (String path : NEARBY) {
      assertThat(Client.send(Client.anonymous(path)).statusCode()).as(path).isEqualTo(404);
    }
    for (String path : OpenRoutes.USUAL) {
      if (!OPEN.contains(path)) {
        assertThat(Client.send(Client.anonymous(path)).statusCode()).as(path).isEqualTo(401);
      }
    }
  }

  @Test
  void configurationOpensNothingElse() {
    assertThat(configured)
        .containsExactlyInAnyOrder(
            "/", "/health", "/openapi.json", "/openapi.yaml", "/docs", "/docs/*", "/assets/*");
  }

  @Test
  void documentationListsExactlyTheOpenRoutes() {
    assertThat(OpenRoutes.documentedBelow("Open routes")).containsExactlyInAnyOrderElementsOf(OPEN);
  }
}
