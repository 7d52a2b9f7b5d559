package org.todoke.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.todoke.gateway.GatewayConfig;
import org.todoke.gateway.limits.BodyLimits;
import org.todoke.gateway.problem.Problems;
import org.todoke.gateway.problem.Refused;

/** Takes every path of the API and gives it to the service that owns it. */
@ApplicationScoped
class ReverseProxy {

  /** Shorter than any service keeps an idle connection, so that none is used that just closed. */
  private static final int KEEP_ALIVE_SECONDS = 20;

  private final GatewayConfig.Upstream config;
  private final Routes routes;
  private final BodyLimits limits;
  private final Problems problems;
  private final HttpClient client;

  ReverseProxy(
      GatewayConfig config, Routes routes, BodyLimits limits, Problems problems, Vertx vertx) {
    this.config = config.upstream();
    this.routes = routes;
    this.limits = limits;
    this.problems = problems;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) this.config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxWaitQueueSize(this.config.maxWaiting()),
            new PoolOptions().setHttp1MaxSize(this.config.maxConnections()));
  }

  void install(@Observes Router router) {
    router.route("/v1/*").handler(this::pass);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  private void pass(RoutingContext context) {
    Optional<Upstream> upstream = routes.find(context.request().path());
    if (upstream.isEmpty()) {
      problems.answer(context, Refused.NO_SUCH_PATH);
      return;
    }
    Exchange exchange =
        new Exchange(
            context, upstream.get(), problems, config.idleTimeout(), limits.of(context.request()));
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(proxy -> exchange.connect(client, config.connectTimeout()))
        .addInterceptor(exchange)
        .handle(context.request().pause());
  }
}
