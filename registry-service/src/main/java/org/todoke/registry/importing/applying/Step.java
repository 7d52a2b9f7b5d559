package org.todoke.registry.importing.applying;

import org.jspecify.annotations.Nullable;

/** One part of applying a run, done stretch by stretch in the order of codes. */
interface Step {

  /** As it is kept with the run. */
  String name();

  /** Whether it is done for a list of this format. */
  boolean isFor(String format);

  /** The last code of the next stretch; null if nothing is left. */
  @Nullable String end(Job job, int atMost);

  /**
   * Does everything up to the code, in the transaction of the caller. Done again it changes
   * nothing.
   *
   * @return how many organisations of the list it was about, and what it did
   */
  Done apply(Job job, String upTo);

  /** Once behind the last stretch, for the steps that follow. */
  default void finish(Job job) {}

  /** What a stretch came to. */
  record Done(int organizations, Effects effects) {}
}
