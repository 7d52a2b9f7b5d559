package org.todoke.web.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.todoke.security.OrganizationMissing;
import org.todoke.web.DatabaseFault;
import org.todoke.web.Refusal;

/** Finds out what a thrown thing means to the caller. */
final class Failures {

  static final int RETRY_AFTER_SECONDS = 5;

  private Failures() {}

  static Failure of(Throwable thrown) {
    Failure known = search(thrown, Failures::recognise);
    return known == null ? Failure.of(500, "internal") : known;
  }

  private static @Nullable Failure recognise(Throwable thrown) {
    if (thrown instanceof Refusal refusal) {
      return Failure.of(refusal);
    }
    if (thrown instanceof OrganizationMissing) {
      return Failure.of(403, OrganizationMissing.CODE);
    }
    if (thrown instanceof ForbiddenException) {
      return Failure.of(403, "actor.forbidden");
    }
    if (thrown instanceof UnauthorizedException) {
      return Failure.of(401, "actor.unauthenticated");
    }
    if (thrown instanceof AuthenticationException) {
      return Failure.of(401, "actor.token-refused");
    }
    if (thrown instanceof jakarta.persistence.OptimisticLockException
        || thrown instanceof org.hibernate.StaleStateException) {
      return Failure.of(412, "request.stale");
    }
    if (thrown instanceof RejectedExecutionException || thrown instanceof OIDCException) {
      return away();
    }
    if (thrown instanceof SQLException sql) {
      return ofDatabase(sql);
    }
    return null;
  }

  /** What passes by itself, and by SQLSTATE what the caller can do something about. */
  private static @Nullable Failure ofDatabase(SQLException sql) {
    DatabaseFault fault = DatabaseFault.of(sql).orElse(null);
    if (fault != null) {
      return switch (fault) {
        case AWAY -> away();
        case CONTENDED -> Failure.unavailable("request.contended", 1);
      };
    }
    return switch (String.valueOf(sql.getSQLState())) {
      case "22021", "22P05" -> Failure.of(400, "request.malformed");
      case "23505" -> Failure.of(409, "request.conflict");
      default -> null;
    };
  }

  private static Failure away() {
    return Failure.unavailable("service.unavailable", RETRY_AFTER_SECONDS);
  }

  /** What the framework itself answers with: no such path, method, media type. */
  static Failure ofStatus(int status) {
    return switch (status) {
      case 400 -> Failure.of(400, "request.malformed");
      case 401 -> Failure.of(401, "actor.unauthenticated");
      case 403 -> Failure.of(403, "actor.forbidden");
      case 404 -> Failure.of(404, "request.no-such-path");
      case 405 -> Failure.of(405, "request.method-not-allowed");
      case 406 -> Failure.of(406, "request.not-acceptable");
      case 413 -> Failure.of(413, "request.too-large");
      case 414 -> Failure.of(414, "request.uri-too-long");
      case 415 -> Failure.of(415, "request.media-type");
      case 431 -> Failure.of(431, "request.headers-too-large");
      case 503 -> Failure.unavailable("service.unavailable", RETRY_AFTER_SECONDS);
      default ->
          status >= 400 && status < 500
              ? Failure.of(status, "request.refused")
              : Failure.of(500, "internal");
    };
  }

  static Failure of(WebApplicationException thrown) {
    int status = thrown.getResponse().getStatus();
    Throwable cause = thrown.getCause();
    Failure known = cause == null ? null : search(cause, Failures::recognise);
    return known == null ? ofStatus(status) : known;
  }

  /** Looks at what was thrown, what caused it and what was suppressed, nearest first. */
  private static <T> @Nullable T search(Throwable start, Function<Throwable, @Nullable T> look) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      Throwable next = open.poll();
      if (!seen.add(next)) {
        continue;
      }
      T found = look.apply(next);
      if (found != null) {
        return found;
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
      if (next instanceof SQLException sql && sql.getNextException() != null) {
        open.add(sql.getNextException());
      }
      Collections.addAll(open, next.getSuppressed());
    }
    return null;
  }
}
