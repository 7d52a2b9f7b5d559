package org.todoke.stack.identity;

import org.todoke.stack.supervision.Part;

/** Whoever issues the tokens of a stack. */
public interface Issuer extends Part {

  /** The realm, for everybody else. */
  String REALM = "todoke";

  /** The audience that every token names and every service asks for. */
  String AUDIENCE = "todoke";

  /** A public client for people with a password and a terminal. */
  String CLIENT = "todoke-cli";

  /** The value for {@code quarkus.oidc.auth-server-url}. */
  String url();

  /** Where a token is asked for. */
  String tokenUrl();
}
