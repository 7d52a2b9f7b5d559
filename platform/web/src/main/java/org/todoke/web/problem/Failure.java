package org.todoke.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * What is told of something that went wrong, before it is put into a language.
 *
 * @param retryAfterSeconds when it makes sense to try again; null where it does not
 */
record Failure(
    int status,
    String code,
    List<Object> args,
    List<Violation> violations,
    @Nullable Integer retryAfterSeconds) {

  static Failure of(int status, String code) {
    return new Failure(status, code, List.of(), List.of(), null);
  }

  static Failure unavailable(String code, int retryAfterSeconds) {
    return new Failure(503, code, List.of(), List.of(), retryAfterSeconds);
  }

  static Failure of(Refusal refusal) {
    return new Failure(
        status(refusal.kind()),
        refusal.code(),
        refusal.args(),
        refusal.violations(),
        refusal.kind() == Refusal.Kind.UNAVAILABLE ? Integer.valueOf(5) : null);
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case TOO_LARGE -> 413;
      case INVALID -> 422;
      case PRECONDITION_REQUIRED -> 428;
      case UNAVAILABLE -> 503;
    };
  }

  /** A fault of ours, that somebody has to look at. */
  boolean isOurs() {
    return status == 500;
  }
}
