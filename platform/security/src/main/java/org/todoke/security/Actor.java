package org.todoke.security;

import java.util.Set;
import org.todoke.contracts.OrganizationCode;

/**
 * On whose behalf something is done: an organisation in certain roles. The person behind the token
 * is known as an opaque subject only.
 */
public record Actor(OrganizationCode organization, Set<String> roles, String subject) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  public boolean has(String role) {
    return roles.contains(role);
  }
}
