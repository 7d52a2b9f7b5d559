package org.todoke.gateway.openapi;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code /openapi.json}, {@code /openapi.yaml}, and {@code /docs} to browse it without a network.
 */
@ApplicationScoped
class OpenApiRoutes {

  /** Swagger UI sets styles on elements; its code comes from here and nowhere else. */
  private static final String DOCS_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'none'";

  private static final String CACHE = "public, max-age=3600";

  private record File(String resource, String mediaType) {}

  private static final Map<String, File> FILES =
      Map.of(
          "/docs", new File("docs/index.html", "text/html; charset=utf-8"),
          "/docs/start.js", new File("docs/start.js", "text/javascript; charset=utf-8"),
          "/docs/swagger-ui.css",
              new File("META-INF/resources/openapi-ui/swagger-ui.css", "text/css; charset=utf-8"),
          "/docs/swagger-ui-bundle.js",
              new File(
                  "META-INF/resources/openapi-ui/swagger-ui-bundle.js",
                  "text/javascript; charset=utf-8"));

  private final OpenApiDocument document;
  private final Map<String, Buffer> contents;

  OpenApiRoutes(OpenApiDocument document) {
    this.document = document;
    this.contents =
        FILES.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> read(e.getValue().resource())));
  }

  void install(@Observes Router router) {
    // Asked for now, so that two services that describe one path stop the start and not a caller.
    Buffer json = document.json();
    Buffer yaml = document.yaml();
    router.get("/openapi.json").handler(c -> send(c, "application/json", json));
    router.get("/openapi.yaml").handler(c -> send(c, "application/yaml", yaml));
    FILES.forEach(
        (path, file) ->
            router
                .get(path)
                .handler(
                    context -> {
                      context
                          .response()
                          .putHeader("Content-Security-Policy", DOCS_POLICY)
                          .putHeader(HttpHeaderNames.CACHE_CONTROL, CACHE);
                      send(context, file.mediaType(), contents.get(path));
                    }));
  }

  private static void send(RoutingContext context, String mediaType, Buffer content) {
    context.response().putHeader(HttpHeaderNames.CONTENT_TYPE, mediaType).end(content);
  }

  private static Buffer read(String resource) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + resource);
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
