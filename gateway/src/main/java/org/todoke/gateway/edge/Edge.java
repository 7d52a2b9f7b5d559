package org.todoke.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.todoke.gateway.problem.Problems;
import org.todoke.gateway.problem.Refused;

/**
 * The first that sees a request and the last that sees its answer: gives it a correlation id,
 * refuses what is not clearly written, completes the headers, writes the log line.
 */
@ApplicationScoped
class Edge {

  /** Before everything else, in particular before authentication (200). */
  static final int FIRST = 10_000;

  static final String CORRELATION_HEADER = "X-Correlation-Id";

  private final Problems problems;
  private final AccessLog log;

  Edge(Problems problems, AccessLog log) {
    this.problems = problems;
    this.log = log;
  }

  void install(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  private void enter(RoutingContext context) {
    HttpServerRequest request = context.request();
    String correlationId = UUID.randomUUID().toString();
    context.put(Problems.CORRELATION_ID, correlationId);
    MDC.put("correlationId", correlationId);

    context.addHeadersEndHandler(
        written -> {
          var headers = context.response().headers();
          headers.set(CORRELATION_HEADER, correlationId);
          SecurityHeaders.complete(headers, "https".equals(request.scheme()));
          if (LingeringClose.isDue(request)) {
            headers.set(HttpHeaderNames.CONNECTION, "close");
          }
        });
    context.addEndHandler(ended -> LingeringClose.afterAnswer(context));
    log.follow(context, correlationId);

    if (!RequestForm.METHODS.contains(request.method())) {
      problems.answer(context, Refused.METHOD_NOT_ALLOWED);
    } else if (!RequestForm.isClear(request.path())) {
      problems.answer(context, Refused.PATH_MALFORMED);
    } else {
      context.next();
    }
  }
}
