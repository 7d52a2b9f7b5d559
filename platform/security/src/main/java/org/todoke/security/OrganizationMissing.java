package org.todoke.security;

import io.quarkus.security.ForbiddenException;

/** The token is good, but does not say for which organisation its bearer acts. */
public class OrganizationMissing extends ForbiddenException {

  private static final long serialVersionUID = 1L;

  /** The stable code of the refusal. */
  public static final String CODE = "actor.organization-missing";

  public OrganizationMissing() {
    super(CODE);
  }
}
