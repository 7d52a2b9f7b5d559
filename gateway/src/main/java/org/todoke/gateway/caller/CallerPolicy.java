package org.todoke.gateway.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.todoke.gateway.problem.Refused;
import org.todoke.gateway.problem.RefusedException;

/**
 * The policy {@code caller} of the configuration: a good token that names an organisation. It fails
 * instead of denying, because a denial would be answered without a word.
 */
@ApplicationScoped
class CallerPolicy implements HttpSecurityPolicy {

  @Override
  public String name() {
    return "caller";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    return identity.map(
        known -> {
          if (known.isAnonymous()) {
            throw new RefusedException(Refused.UNAUTHENTICATED);
          }
          if (Caller.of(known).isEmpty()) {
            throw new RefusedException(Refused.ORGANIZATION_MISSING);
          }
          return CheckResult.PERMIT;
        });
  }
}
