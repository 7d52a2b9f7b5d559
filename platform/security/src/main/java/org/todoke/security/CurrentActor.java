package org.todoke.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller of the present request; nobody outside one. */
@ApplicationScoped
public class CurrentActor {

  private final SecurityIdentity identity;

  CurrentActor(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Empty without a request, without a token, or with a token that names no organisation. */
  public Optional<Actor> find() {
    return Arc.container().requestContext().isActive()
        ? ActorClaims.read(identity)
        : Optional.empty();
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
