package org.todoke.registry.attempt;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Usage;

/**
 * What is to be said to whom.
 *
 * @param attempt the same each time that it is tried
 * @param address null if the contact is not good any more
 */
public record Message(UUID attempt, UUID notice, Usage usage, @Nullable String address) {

  /** Without the address: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "Message[attempt=" + attempt + "]";
  }
}
