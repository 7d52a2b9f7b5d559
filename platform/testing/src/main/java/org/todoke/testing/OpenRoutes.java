package org.todoke.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a running server answers without a token, by asking for every route that its router
 * knows and for those that frameworks like to open by themselves.
 */
public final class OpenRoutes {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** What frameworks like to open by themselves, and what somebody might try. */
  public static final List<String> USUAL =
      List.of(
          "/",
          "/q",
          "/q/",
          "/q/health",
          "/q/health/ready",
          "/q/metrics",
          "/q/openapi",
          "/q/openapi.json",
          "/q/openapi.yaml",
          "/q/openapi/x",
          "/q/info",
          "/q/oauth2",
          "/q/arc",
          "/q/swagger-ui",
          "/q/dev",
          "/q/dev-ui",
          "/q/arc/beans",
          "/health/ready",
          "/metrics",
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
          "/v1/notices",
          "/v1/deliveries",
          "/v1/checklists",
          "/v1/assignments",
          "/v1/remediations",
          "/v1/operations/registry/parked",
          "/login",
          "/admin");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private OpenRoutes() {}

  /**
   * The open ones with the methods that they are open for. Open is what is answered with neither
   * 401 nor 403 nor 404; with a slash behind it is the same route.
   *
   * @param known paths of the router; null for a route without one
   */
  public static Map<String, Set<String>> of(URI base, Collection<@Nullable String> known) {
    Set<String> paths = new LinkedHashSet<>(USUAL);
    known.stream()
        .filter(Objects::nonNull)
        .forEach(
            path -> {
              paths.add(path);
              paths.add(path.replaceAll("/?$", "/x"));
            });
    Map<String, Set<String>> open = new TreeMap<>();
    for (String path : paths) {
      for (String method : METHODS) {
        int status = status(base, method, path);
        if (status != 401 && status != 403 && status != 404) {
          open.computeIfAbsent(path.replaceAll("(?<=.)/$", ""), p -> new TreeSet<>()).add(method);
        }
      }
    }
    return open;
  }

  /** The paths in the table below that heading of {@code docs/security.md}. */
  public static Set<String> documentedBelow(String heading) {
    try {
      String text = Files.readString(RepositoryRoot.find().resolve("docs/security.md"));
      String section = text.substring(text.indexOf("## " + heading + "\n") + 3);
      int next = section.indexOf("\n## ");
      return Pattern.compile("^\\| `GET (/[^`]*)`", Pattern.MULTILINE)
          .matcher(next < 0 ? section : section.substring(0, next))
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(URI base, String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
