package org.todoke.gateway.edge;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.todoke.gateway.limits.RateLimits;
import org.todoke.gateway.problem.Problems;
import org.todoke.gateway.problem.Refused;
import org.todoke.gateway.problem.RefusedException;

/** Turns whatever failed on the way into an answer that tells the caller what it may know. */
@ApplicationScoped
class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final int BEFORE_ALL_ROUTES = -1_000_000;

  /** Behind every other route: what comes here belongs to nobody. */
  private static final int BEHIND_ALL_ROUTES = 1_000_000;

  private final Problems problems;
  private final RateLimits limits;

  Failures(Problems problems, RateLimits limits) {
    this.problems = problems;
    this.limits = limits;
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_ALL_ROUTES).failureHandler(this::answer);
    router
        .route()
        .order(BEHIND_ALL_ROUTES)
        .handler(request -> problems.answer(request, Refused.NO_SUCH_PATH));
  }

  private void answer(RoutingContext request) {
    Throwable failure = request.failure();
    if (failure instanceof AuthenticationException) {
      // Whoever tries tokens is counted by where it comes from; it has shown nothing else.
      Refused refused =
          limits.takeAnonymous(request) ? Refused.TOKEN_REFUSED : limits.tooOften(request);
      problems.answer(request, refused);
      return;
    }
    Refused refused = of(failure, request.statusCode());
    if (refused == Refused.INTERNAL) {
      LOG.error("a request failed", failure);
    } else if (refused.status() >= 500) {
      LOG.warnf("%s: %s", refused.code(), failure);
    }
    problems.answer(request, refused);
  }

  private static Refused of(@Nullable Throwable failure, int status) {
    if (failure instanceof RefusedException known) {
      return known.refused();
    }
    if (failure instanceof UnauthorizedException) {
      return Refused.UNAUTHENTICATED;
    }
    if (failure instanceof ForbiddenException) {
      return Refused.FORBIDDEN;
    }
    if (failure instanceof io.quarkus.oidc.OIDCException) {
      return Refused.IDENTITY_UNAVAILABLE;
    }
    return switch (status) {
      case 400 -> Refused.MALFORMED;
      case 404 -> Refused.NO_SUCH_PATH;
      case 405 -> Refused.METHOD_NOT_ALLOWED;
      default -> Refused.INTERNAL;
    };
  }
}
