package org.todoke.web.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.todoke.web.Refusal;
import org.todoke.web.http.LingeringClose;

/**
 * The one place where something thrown becomes an answer. What the caller did is logged at DEBUG
 * without its content; what we did is logged at ERROR with everything, and told to nobody.
 */
@ApplicationScoped
public class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final ProblemWriter writer;

  ProblemMapper(ProblemWriter writer) {
    this.writer = writer;
  }

  @ServerExceptionMapper
  public Response refused(Refusal refusal, RoutingContext request) {
    return answer(Failure.of(refusal), refusal, request);
  }

  /** Thrown by the framework: no such path, method not allowed, media type, and so on. */
  @ServerExceptionMapper
  public Response refusedByFramework(WebApplicationException thrown, RoutingContext request) {
    Failure failure = Failures.of(thrown);
    Response problem = answer(failure, thrown, request);
    // The framework's answer may carry what the protocol asks for, such as Allow with a 405.
    Object allow = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper({ValidationException.class, ConstraintViolationException.class})
  public Response invalid(ValidationException thrown, RoutingContext request) {
    return answer(BeanViolations.failureOf(thrown), thrown, request);
  }

  @ServerExceptionMapper({
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class
  })
  public Uni<Response> unauthenticated(SecurityException thrown, RoutingContext request) {
    Response problem = answer(Failures.of(thrown), thrown, request);
    HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
    if (authenticator == null) {
      return Uni.createFrom().item(problem);
    }
    return authenticator
        .getChallenge(request)
        .map(
            challenge -> {
              Response.ResponseBuilder builder = Response.fromResponse(problem);
              if (challenge != null) {
                challenge.getHeaders().forEach((k, v) -> builder.header(k.toString(), v));
              }
              return builder.build();
            });
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException thrown, RoutingContext request) {
    return answer(Failures.of(thrown), thrown, request);
  }

  @ServerExceptionMapper
  public Response failed(Throwable thrown, RoutingContext request) {
    return answer(Failures.of(thrown), thrown, request);
  }

  private Response answer(Failure failure, Throwable thrown, RoutingContext request) {
    log(failure, thrown, request);
    if (failure.status() == 413) {
      LingeringClose.arrange(request);
    }
    return writer.response(failure, request);
  }

  static void log(Failure failure, Throwable thrown, RoutingContext request) {
    if (request.response().closed()) {
      LOG.debugf(
          thrown, "%s %s was given up", request.request().method(), request.normalizedPath());
    } else if (failure.isOurs()) {
      LOG.errorf(thrown, "%s %s failed", request.request().method(), request.normalizedPath());
    } else if (failure.status() == 503) {
      LOG.warnf(
          "%s %s could not be served (%s): %s",
          request.request().method(), request.normalizedPath(), failure.code(), thrown);
    } else {
      LOG.debugf(
          "%s %s refused: %d %s",
          request.request().method(), request.normalizedPath(), failure.status(), failure.code());
    }
  }
}
