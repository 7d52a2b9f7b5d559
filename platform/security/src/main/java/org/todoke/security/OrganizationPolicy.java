package org.todoke.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The path policy of everything that is not explicitly open: a valid token that names an
 * organisation. Stricter than the built-in {@code authenticated}, which would let a token without
 * an organisation reach a resource.
 */
@ApplicationScoped
public class OrganizationPolicy implements HttpSecurityPolicy {

  /** For {@code quarkus.http.auth.permission."…".policy}. */
  public static final String NAME = "organization";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    return identity.map(OrganizationPolicy::check);
  }

  /** Fails instead of denying, so that the refusal is rendered like every other one. */
  private static CheckResult check(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      throw new UnauthorizedException();
    }
    if (ActorClaims.read(identity).isEmpty()) {
      throw new OrganizationMissing();
    }
    return CheckResult.PERMIT;
  }
}
