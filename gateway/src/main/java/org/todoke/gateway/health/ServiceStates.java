package org.todoke.gateway.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.todoke.gateway.GatewayConfig;

/** Asks every service whether it is ready, and remembers the answer for a moment. */
@ApplicationScoped
public class ServiceStates {

  private static final String READY = "/q/health/ready";

  /** Whether one service can do its work; the gateway itself is one of them. */
  public record State(String name, boolean up) {}

  private record Asked(long nanos, Future<List<State>> answer) {}

  private final GatewayConfig config;
  private final HttpClient client;
  private volatile @Nullable Asked last;

  ServiceStates(GatewayConfig config, Vertx vertx) {
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.health().timeout().toMillis())
                // One connection for one question: a service that hangs holds nobody else up.
                .setKeepAlive(false));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** The gateway first, then the services by name. Never fails. */
  public Future<List<State>> ask() {
    Asked before = last;
    long now = System.nanoTime();
    if (before != null && now - before.nanos() < config.health().remembered().toNanos()) {
      return before.answer();
    }
    List<Future<State>> asked = new ArrayList<>();
    asked.add(Future.succeededFuture(new State("gateway", true)));
    config.routes().keySet().stream()
        .sorted()
        .map(name -> ask(name, config.routes().get(name).managementUrl()))
        .forEach(asked::add);
    Future<List<State>> answer =
        Future.all(asked).map(all -> asked.stream().map(Future::result).toList());
    last = new Asked(now, answer);
    return answer;
  }

  private Future<State> ask(String name, URI management) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(management.resolve(READY).toString())
            .setTimeout(config.health().timeout().toMillis());
    return client
        .request(options)
        .compose(request -> request.send())
        .compose(ServiceStates::verdict)
        .timeout(config.health().timeout().toMillis(), TimeUnit.MILLISECONDS)
        .map(up -> new State(name, up))
        .otherwise(new State(name, false));
  }

  /** The status says it all; the details are not for whoever asks here. */
  private static Future<Boolean> verdict(HttpClientResponse response) {
    return response.end().map(read -> response.statusCode() == 200);
  }
}
