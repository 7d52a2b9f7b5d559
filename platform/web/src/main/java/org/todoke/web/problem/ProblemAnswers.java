package org.todoke.web.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.todoke.web.Refusal;
import org.todoke.web.http.LingeringClose;

/** Answers requests that fail before or outside of JAX-RS, in the same form as those inside. */
@ApplicationScoped
public class ProblemAnswers {

  private final ProblemWriter writer;

  ProblemAnswers(ProblemWriter writer) {
    this.writer = writer;
  }

  /** A failure handler of the router. */
  public void fail(RoutingContext request) {
    Throwable thrown = request.failure();
    Failure failure =
        thrown == null ? Failures.ofStatus(request.statusCode()) : Failures.of(thrown);
    if (thrown != null) {
      ProblemMapper.log(failure, thrown, request);
    }
    // Nobody will read the body any more; left where it is, it would block the connection.
    if (!request.request().isEnded()) {
      request.request().resume();
    }
    HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
    boolean challenges =
        thrown instanceof UnauthorizedException || thrown instanceof AuthenticationException;
    if (!challenges || authenticator == null) {
      writer.write(failure, request);
      return;
    }
    authenticator
        .getChallenge(request)
        .subscribe()
        .with(
            challenge -> {
              if (challenge != null && !request.response().headWritten()) {
                challenge
                    .getHeaders()
                    .forEach((name, value) -> request.response().putHeader(name, value));
              }
              writer.write(failure, request);
            },
            unable -> writer.write(failure, request));
  }

  /**
   * What is to be told of one of several things that a request asks for, where the others may well
   * have been done; in the language of the request.
   */
  public Problem problem(RuntimeException thrown, RoutingContext request) {
    Failure failure = Failures.of(thrown);
    ProblemMapper.log(failure, thrown, request);
    return ProblemWriter.problem(
        failure,
        Languages.of(request.request().getHeader("Accept-Language")),
        request.request().path());
  }

  /** Refuses a request whose body has not been read and will not be. */
  public void tooLarge(Refusal refusal, RoutingContext request) {
    LingeringClose.arrange(request);
    writer.write(Failure.of(refusal), request);
  }
}
