package org.todoke.gateway.caller;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.todoke.contracts.OrganizationCode;

/** Who sends a request, as a checked token says. */
public record Caller(OrganizationCode organization, String subject) {

  /** Empty where there is no token, or one that names no organisation. */
  public static Optional<Caller> of(SecurityIdentity identity) {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    Object claim = token.getClaim("org");
    return Optional.ofNullable(claim)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .flatMap(OrganizationCode::parse)
        .map(code -> new Caller(code, String.valueOf(token.getSubject())));
  }
}
