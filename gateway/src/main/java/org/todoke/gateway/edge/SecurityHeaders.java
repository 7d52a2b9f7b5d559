package org.todoke.gateway.edge;

import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Set;

/** What browsers are told with every answer, so that a mistake elsewhere does less harm. */
public final class SecurityHeaders {

  /** For what is no page: nothing may be loaded, run or framed. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          "Cache-Control", "no-store");

  private static final String HSTS = "Strict-Transport-Security";

  private SecurityHeaders() {}

  /** Names that only the gateway sets, whatever a service says. */
  public static Set<String> names() {
    return DEFAULTS.keySet();
  }

  /**
   * A page may have set its own before.
   *
   * @param secure whether the caller came over TLS; only then may HTTP be forbidden for the future
   */
  static void complete(MultiMap headers, boolean secure) {
    DEFAULTS.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            headers.set(name, value);
          }
        });
    if (secure) {
      headers.set(HSTS, "max-age=31536000");
    } else {
      headers.remove(HSTS);
    }
  }
}
