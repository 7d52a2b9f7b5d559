package org.todoke.security;

import java.util.Set;

/** What a caller may do; the names stand in the token's claim {@code roles}. */
public final class Role {
  public static final String ISSUER = "issuer";
  public static final String FORWARDER = "forwarder";
  public static final String RESPONDER = "responder";
  public static final String REGISTRAR = "registrar";
  public static final String AUDITOR = "auditor";
  public static final String INTEGRATOR = "integrator";
  public static final String ADMIN = "admin";

  public static final Set<String> ALL =
      Set.of(ISSUER, FORWARDER, RESPONDER, REGISTRAR, AUDITOR, INTEGRATOR, ADMIN);

  private Role() {}
}
