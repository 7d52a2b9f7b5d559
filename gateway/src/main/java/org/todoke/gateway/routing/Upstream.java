package org.todoke.gateway.routing;

import java.net.URI;

/** One service behind the gateway. */
record Upstream(String name, URI url) {

  Upstream {
    if (url.getHost() == null || !("http".equals(scheme(url)) || "https".equals(scheme(url)))) {
      throw new IllegalArgumentException(
          "todoke.gateway.routes." + name + ".url is no http(s) URL with a host: " + url);
    }
  }

  boolean tls() {
    return "https".equals(scheme(url));
  }

  String host() {
    return url.getHost();
  }

  int port() {
    return url.getPort() >= 0 ? url.getPort() : tls() ? 443 : 80;
  }

  /** Whether an absolute URL that the service wrote leads back to the service. */
  boolean isOriginOf(URI absolute) {
    if (!host().equalsIgnoreCase(absolute.getHost())) {
      return false;
    }
    int port =
        absolute.getPort() >= 0
            ? absolute.getPort()
            : "https".equalsIgnoreCase(absolute.getScheme()) ? 443 : 80;
    return port == port();
  }

  private static String scheme(URI url) {
    return String.valueOf(url.getScheme());
  }
}
