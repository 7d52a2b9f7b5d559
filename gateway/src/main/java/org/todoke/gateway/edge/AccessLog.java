package org.todoke.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.todoke.gateway.caller.Caller;

/** One line for each request, without its query, its body or anything about a person. */
@ApplicationScoped
class AccessLog {

  private static final Logger LOG = Logger.getLogger("org.todoke.gateway.access");

  void follow(RoutingContext context, String correlationId) {
    long begin = System.nanoTime();
    context.addEndHandler(
        ended -> {
          // The end may come on another context than the beginning, or on none.
          MDC.put("correlationId", correlationId);
          Caller caller = context.get(Caller.class.getName());
          if (caller != null) {
            MDC.put("organization", caller.organization().value());
          }
          LOG.infof(
              "%s %s %d %d ms%s",
              context.request().method(),
              context.request().path(),
              context.response().getStatusCode(),
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
              ended.succeeded() ? "" : " (cut)");
          MDC.remove("organization");
          MDC.remove("correlationId");
        });
  }
}
