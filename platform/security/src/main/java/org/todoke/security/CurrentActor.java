package org.todoke.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.todoke.contracts.OrganizationCode;

/** The caller of the present request; nobody outside one. */
@ApplicationScoped
public class CurrentActor {

  private final SecurityIdentity identity;

  CurrentActor(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Empty without a request, without a token, or with a token that names no organisation. */
  public Optional<Actor> find() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return Optional.empty();
    }
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    String org = token.getClaim("org");
    return Optional.ofNullable(org)
        .flatMap(OrganizationCode::parse)
        .map(code -> new Actor(code, identity.getRoles(), String.valueOf(token.getSubject())));
  }

  /**
   * @throws jakarta.ws.rs.ForbiddenException never here: a request without an organisation is
   *     refused before it reaches a resource
   * @throws IllegalStateException outside a request
   */
  public Actor get() {
    return find()
        .orElseThrow(
            () -> new IllegalStateException("no actor: not inside an authenticated request"));
  }
}
