package org.todoke.stack;

import java.net.URI;

/** What somebody outside the running stack may use of it. */
public interface StackAccess {

  /** The one public port. */
  URI gateway();

  String kafkaBootstrapServers();

  /**
   * A bearer token, fetched from the token issuer or still valid from an earlier call.
   *
   * @param username one of {@code deploy/demo-users.json}
   */
  String token(String username);
}
