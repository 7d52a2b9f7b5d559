package org.todoke.registry.attempt;

import org.todoke.contracts.AttemptFailure;

/** What became of one try. */
public sealed interface Outcome {

  /** The other side has taken it over. */
  record Taken() implements Outcome {}

  /**
   * It may work another time.
   *
   * @param ofTheAddress whether that says something about the address and not about our own side
   */
  record Later(AttemptFailure reason, boolean ofTheAddress) implements Outcome {}

  /**
   * It will never work.
   *
   * @param ofTheAddress as for {@link Later}
   */
  record Never(AttemptFailure reason, boolean ofTheAddress) implements Outcome {}

  /** Whether our own side could not send at all: then others need not be tried now. */
  default boolean isOurOwnFault() {
    return this instanceof Later later && later.reason() == AttemptFailure.NO_CONNECTION;
  }
}
