package org.todoke.web.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;
import org.todoke.web.CorrelationId;
import org.todoke.web.LogKeys;
import org.todoke.web.problem.ProblemAnswers;

/**
 * What is done before any other handler sees a request: it gets its correlation id, and a body that
 * announces itself as too large is refused before it is read.
 */
@ApplicationScoped
class HttpFrame {

  /** Before the framework's own refusal of large bodies (-2), which has no body itself. */
  private static final int FIRST = -1_000_000;

  private static final int AFTER_FRAMEWORK_BOUND = -1;

  /**
   * A chunked body is bounded where it is read. The framework would do that too, but with an answer
   * that says nothing; its bound stays in place as a second one, out of our way.
   */
  private static final long SECOND_BOUND_MARGIN = 1024 * 1024;

  private final BodyBound bound;
  private final ProblemAnswers answers;

  HttpFrame(BodyBound bound, ProblemAnswers answers) {
    this.bound = bound;
    this.answers = answers;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::correlate);
    router.route().order(FIRST + 1).handler(this::refuseLargeBody);
    router.route().order(AFTER_FRAMEWORK_BOUND).handler(HttpFrame::keepSecondBound);
    router.route().order(FIRST).failureHandler(answers::fail);
  }

  private void correlate(RoutingContext request) {
    String id = CorrelationId.acceptOrCreate(request.request().getHeader(CorrelationId.HEADER));
    MDC.put(LogKeys.CORRELATION_ID, id);
    request.response().putHeader(CorrelationId.HEADER, id);
    request.next();
  }

  private void refuseLargeBody(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > bound.bytes()) {
      answers.tooLarge(BodyBound.tooLarge(bound.bytes()), request);
      return;
    }
    request.next();
  }

  private static void keepSecondBound(RoutingContext request) {
    Long limit = request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
    if (limit != null) {
      request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit + SECOND_BOUND_MARGIN);
    }
    request.next();
  }
}
