package org.todoke.gateway.health;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** {@code GET /health}: the whole suite in one word, and each service in one. */
@ApplicationScoped
class HealthRoute {

  private final ServiceStates states;

  HealthRoute(ServiceStates states) {
    this.states = states;
  }

  void install(@Observes Router router) {
    router.get("/health").handler(this::answer);
    router.head("/health").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    states.ask().onSuccess(all -> write(context, all)).onFailure(context::fail);
  }

  private static void write(RoutingContext context, List<ServiceStates.State> all) {
    boolean up = all.stream().allMatch(ServiceStates.State::up);
    JsonArray services = new JsonArray();
    all.forEach(
        s -> services.add(new JsonObject().put("name", s.name()).put("status", word(s.up()))));
    context
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .end(new JsonObject().put("status", word(up)).put("services", services).toBuffer());
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
