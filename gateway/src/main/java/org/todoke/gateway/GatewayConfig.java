package org.todoke.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everything about the gateway that an operator can set. */
@ConfigMapping(prefix = "todoke.gateway")
public interface GatewayConfig {

  /** The services behind the gateway by their short names, for example {@code registry}. */
  Map<String, Route> routes();

  Upstream upstream();

  Bodies bodies();

  Rates rates();

  Health health();

  /** One service and what of the path space belongs to it. */
  interface Route {

    /**
     * Whole leading segments of the path, for example {@code /v1/notices}. The longest that fits
     * decides; the same prefix twice stops the start.
     */
    List<String> prefixes();

    /** Scheme, host and port; a path is not taken into account. */
    URI url();

    /** Scheme, host and port at which the service says whether it is ready. */
    URI managementUrl();
  }

  /** How patient the gateway is with a service. */
  interface Upstream {

    /** Until a connection stands; beyond it the caller gets 504. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /**
     * Without a byte in either direction. Before the answer began the caller gets 504, afterwards
     * the connection is cut, so that half an answer is never taken for a whole one.
     */
    @WithDefault("PT30S")
    Duration idleTimeout();

    /** Connections to each service; further requests wait for one. */
    @WithDefault("64")
    int maxConnections();

    /** Requests that wait for a connection to one service; further ones get 503 at once. */
    @WithDefault("256")
    int maxWaiting();
  }

  /** How large a request may be. */
  interface Bodies {

    /** For everything that is no upload. */
    @WithDefault("1M")
    MemorySize max();

    /** The requests that carry a file, each kind by a name of its own. */
    Map<String, Upload> uploads();
  }

  /** A request that carries a file and may be larger than others. */
  interface Upload {

    /** In capitals; with another method the same path is no upload. */
    String method();

    /** Regular expression of the whole path. */
    String path();

    /** Bounded above by {@code quarkus.http.limits.max-body-size}, which answers without words. */
    MemorySize max();
  }

  /** How often somebody may ask. */
  interface Rates {

    /** Of one organisation and subject, as the token names them. */
    Rate client();

    /** Of one remote address, for requests without a good token. */
    Rate anonymous();

    /** Callers remembered at a time; the one not seen for longest is forgotten first. */
    @WithDefault("50000")
    int tracked();
  }

  /** So many in this time; all of them may come at once. */
  interface Rate {
    long requests();

    Duration per();
  }

  /** How the services are asked whether they are ready. */
  interface Health {

    /** A service that has not answered by then counts as down. */
    @WithDefault("PT2S")
    Duration timeout();

    /** For so long an answer is given again, so that the open route is no lever. */
    @WithDefault("PT1S")
    Duration remembered();
  }
}
