package org.todoke.stack.supervision;

import java.time.Duration;

/** One process of the stack: how to start it, how to see that it works, how to end it. */
public interface Part {

  String name();

  /** Starts the process; returns at once. */
  ManagedProcess launch();

  /** Whether it does its work; asked again and again, so it must answer quickly. */
  boolean isReady();

  /** What has to be done when it works, before anybody uses it; again after each restart. */
  default void prepare() {}

  /**
   * Whether to launch it once more when it ends while starting: for what has to wait for the last
   * remains of its predecessor to go.
   */
  default boolean maySucceedLater() {
    return false;
  }

  /** How long to wait until it works. */
  default Duration patience() {
    return Duration.ofSeconds(90);
  }

  /** The signal that ends it in good order. */
  default String stopSignal() {
    return "TERM";
  }

  /** How long it may take to end in good order. */
  default Duration stopPatience() {
    return Duration.ofSeconds(12);
  }
}
