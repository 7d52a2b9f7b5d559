/** Who may sign in, and the issuer of their tokens: the small embedded one, or Keycloak. */
@NullMarked
package org.todoke.stack.identity;

import org.jspecify.annotations.NullMarked;
