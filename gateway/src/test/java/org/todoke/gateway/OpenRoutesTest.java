package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.todoke.testing.RepositoryRoot;

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

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** What frameworks like to open by themselves. */
  private static final List<String> USUAL =
      List.of(
          "/q",
          "/q/",
          "/q/health",
          "/q/health/ready",
          "/q/metrics",
          "/q/openapi",
          "/q/swagger-ui",
          "/q/dev",
          "/q/dev-ui",
          "/q/arc/beans",
          "/health/ready",
          "/metrics",
          "/docs/other.js",
          "/assets/",
          "/assets/other.css",
          "/openapi-ui/index.html",
          "/openapi-ui/oauth2-redirect.html",
          "/openapi-ui/swagger-ui-bundle.js",
          "/template/index.html",
          "/index.html",
          "/favicon.ico",
          "/application.properties",
          "/META-INF/MANIFEST.MF",
          "/contracts/asyncapi.yaml",
          "/v1",
          "/v1/organizations",
          "/v1/imports",
          "/v1/notices",
          "/v1/deliveries",
          "/v1/checklists",
          "/v1/assignments",
          "/v1/remediations",
          "/v1/operations/registry/parked",
          "/login",
          "/admin");

  @Inject Router router;

  @ConfigProperty(name = "quarkus.http.auth.permission.open.paths")
  List<String> configured;

  private static int status(String method, String path) {
    return Client.send(Client.anonymous(path).method(method, HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  private Set<String> candidates() {
    Set<String> paths = new LinkedHashSet<>(USUAL);
    for (Route route : router.getRoutes()) {
      if (route.getPath() != null) {
        paths.add(route.getPath());
        paths.add(route.getPath().replaceAll("/?$", "/x"));
      }
    }
    paths.addAll(OPEN);
    return paths;
  }

  @Test
  void everyRouteButTheListedOnesWantsAToken() {
    Set<String> candidates = candidates();
    assertThat(candidates).as("routes that the running gateway knows").contains("/v1/", "/health");

    Set<String> open = new TreeSet<>();
    for (String path : candidates) {
      for (String method : METHODS) {
        int status = status(method, path);
        if (status != 401 && status != 403 && status != 404) {
          assertThat(method).as("%s %s answered %d", method, path, status).isIn("GET", "HEAD");
          // With a slash behind it is the same route.
          open.add(path.replaceAll("(?<=.)/$", ""));
        }
      }
    }

    assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void onlyUnderOpenFoldersIsItToldThatSomethingIsMissing() {
    for (String path : USUAL) {
      boolean inOpenFolder = path.startsWith("/docs/") || path.startsWith("/assets/");
      assertThat(status("GET", path)).as(path).isEqualTo(inOpenFolder ? 404 : 401);
    }
  }

  @Test
  void configurationOpensNothingElse() {
    assertThat(configured)
        .containsExactlyInAnyOrder(
            "/", "/health", "/openapi.json", "/openapi.yaml", "/docs", "/docs/*", "/assets/*");
  }

  @Test
  void documentationListsExactlyTheOpenRoutes() throws IOException {
    String text = Files.readString(RepositoryRoot.find().resolve("docs/security.md"));
    String section =
        text.substring(text.indexOf("## Open routes"))
            .replaceFirst("(?s)(## Open routes.*?)\n## .*", "$1");

    Set<String> documented =
        Pattern.compile("^\\| `GET (/[^`]*)`", Pattern.MULTILINE)
            .matcher(section)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toSet());

    assertThat(documented).containsExactlyInAnyOrderElementsOf(OPEN);
  }
}
