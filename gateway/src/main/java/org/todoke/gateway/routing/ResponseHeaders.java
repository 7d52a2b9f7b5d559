package org.todoke.gateway.routing;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.todoke.gateway.edge.SecurityHeaders;

/** What of a service's headers a caller gets to see. */
final class ResponseHeaders {

  private static final List<String> SERVICE_ONLY =
      List.of(
          "server",
          "x-powered-by",
          "via",
          "set-cookie",
          "x-correlation-id",
          "strict-transport-security",
          "alt-svc");

  private static final String CORS_PREFIX = "access-control-";

  private ResponseHeaders() {}

  static void prepare(MultiMap headers, Upstream upstream) {
    RequestHeaders.removeNamedByConnection(headers);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (RequestHeaders.HOP_BY_HOP.contains(lower)
          || SERVICE_ONLY.contains(lower)
          || lower.startsWith(CORS_PREFIX)) {
        headers.remove(name);
      }
    }
    SecurityHeaders.names().forEach(headers::remove);
    String location = headers.get("Location");
    if (location != null) {
      headers.set("Location", outside(location, upstream));
    }
  }

  /** Without the scheme, host and port of the service, which mean nothing outside. */
  static String outside(String location, Upstream upstream) {
    URI uri = parse(location);
    if (uri == null || !uri.isAbsolute() || !upstream.isOriginOf(uri)) {
      return location;
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static @Nullable URI parse(String location) {
    try {
      return new URI(location);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
