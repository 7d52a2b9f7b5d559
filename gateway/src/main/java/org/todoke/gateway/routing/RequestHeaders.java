package org.todoke.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of a caller's headers a service gets to see. */
final class RequestHeaders {

  /** Between the caller and the gateway only; those of RFC 9110, and old ones still met. */
  static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect");

  /**
   * What services, frameworks and log readers believe: only the gateway may say it. Traces begin
   * here too, so that nobody outside decides what is traced.
   */
  private static final Set<String> GATEWAY_ONLY =
      Set.of(
          "forwarded",
          "x-real-ip",
          "x-client-ip",
          "true-client-ip",
          "x-correlation-id",
          "x-request-id",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-original-url",
          "x-original-host",
          "x-rewrite-url",
          "x-forwarded",
          "traceparent",
          "tracestate",
          "baggage",
          "b3",
          "proxy",
          "cookie");

  private static final List<String> GATEWAY_ONLY_PREFIXES =
      List.of("x-forwarded-", "x-b3-", "x-todoke-");

  private RequestHeaders() {}

  static void prepare(MultiMap headers, HttpServerRequest request, String correlationId) {
    strip(headers);
    headers.set("X-Correlation-Id", correlationId);
    headers.set("X-Forwarded-For", String.valueOf(request.remoteAddress().hostAddress()));
    headers.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
    HostAndPort asked = request.authority();
    if (asked != null) {
      headers.set("X-Forwarded-Host", asked.toString());
    }
  }

  private static void strip(MultiMap headers) {
    removeNamedByConnection(headers);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      // With an underscore a name becomes another one's double in CGI-like environments.
      if (HOP_BY_HOP.contains(lower)
          || GATEWAY_ONLY.contains(lower)
          || lower.contains("_")
          || GATEWAY_ONLY_PREFIXES.stream().anyMatch(lower::startsWith)) {
        headers.remove(name);
      }
    }
  }

  /** RFC 9110, 7.6.1: a sender can declare further headers to be for the next hop only. */
  static void removeNamedByConnection(MultiMap headers) {
    for (String connection : List.copyOf(headers.getAll("connection"))) {
      Arrays.stream(connection.split(",", -1))
          .map(String::trim)
          // Not at the caller's word: without these the request would be another one.
          .filter(name -> !name.isEmpty() && !KEPT.contains(name.toLowerCase(Locale.ROOT)))
          .forEach(headers::remove);
    }
  }

  private static final Set<String> KEPT =
      Set.of(
          "authorization",
          "content-type",
          "content-length",
          "host",
          "idempotency-key",
          "if-match",
          "if-none-match");
}
