package org.todoke.gateway.caller;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses what cannot be a token before anybody tries to read it: the libraries that do throw
 * whatever they stumble over.
 */
@ApplicationScoped
class TokenForm {

  /** Before authentication (200). */
  private static final int BEFORE_AUTHENTICATION = 500;

  private static final Pattern BEARER = Pattern.compile("(?i)bearer\\b.*");
  private static final Pattern BEARER_JWT =
      Pattern.compile("(?i)bearer +[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  void install(@Observes Filters filters) {
    filters.register(TokenForm::check, BEFORE_AUTHENTICATION);
  }

  private static void check(RoutingContext context) {
    String sent = context.request().getHeader(HttpHeaderNames.AUTHORIZATION.toString());
    if (sent == null || isWellFormed(sent)) {
      context.next();
    } else {
      context.fail(new AuthenticationFailedException());
    }
  }

  /** Another scheme is not our business here; it is no token, and the policy says so. */
  static boolean isWellFormed(String authorization) {
    return !BEARER.matcher(authorization).matches() || BEARER_JWT.matcher(authorization).matches();
  }
}
