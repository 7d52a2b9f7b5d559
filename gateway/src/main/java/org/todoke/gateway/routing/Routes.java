package org.todoke.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.todoke.gateway.GatewayConfig;

/** Which service owns which part of the path space. */
@ApplicationScoped
public class Routes {

  private record Prefix(String path, Upstream upstream) {
    boolean covers(String asked) {
      return asked.equals(path) || asked.startsWith(path + "/");
    }
  }

  /** The longest first, so that the first that fits decides. */
  private final List<Prefix> prefixes;

  Routes(GatewayConfig config) {
    Map<String, Prefix> known = new HashMap<>();
    config
        .routes()
        .forEach(
            (name, route) -> {
              Upstream upstream = new Upstream(name, route.url());
              for (String path : route.prefixes()) {
                if (!path.matches("(/[A-Za-z0-9_-]+)+")) {
                  throw new IllegalArgumentException("not a prefix of a path: " + path);
                }
                Prefix other = known.put(path, new Prefix(path, upstream));
                if (other != null) {
                  throw new IllegalArgumentException(
                      path + " is claimed by " + other.upstream().name() + " and by " + name);
                }
              }
            });
    this.prefixes =
        known.values().stream().sorted(Comparator.comparing(p -> -p.path().length())).toList();
  }

  Optional<Upstream> find(String path) {
    return prefixes.stream().filter(p -> p.covers(path)).map(Prefix::upstream).findFirst();
  }

  /** The short name of the service that owns a path; empty where nobody does. */
  public Optional<String> ownerOf(String path) {
    return find(path).map(Upstream::name);
  }
}
