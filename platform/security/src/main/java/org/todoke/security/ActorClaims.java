package org.todoke.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.todoke.contracts.OrganizationCode;

/** Reads an actor out of a verified token. */
final class ActorClaims {

  private static final String ORGANIZATION = "org";

  private ActorClaims() {}

  /** Empty for nobody, and for a token whose {@code org} is absent or not a well-formed code. */
  static Optional<Actor> read(SecurityIdentity identity) {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    // The claim may be of any JSON type: whoever issues the token is not under our control.
    Object organization = token.getClaim(ORGANIZATION);
    return organization instanceof String text
        ? OrganizationCode.parse(text)
            .map(code -> new Actor(code, identity.getRoles(), String.valueOf(token.getSubject())))
        : Optional.empty();
  }
}
