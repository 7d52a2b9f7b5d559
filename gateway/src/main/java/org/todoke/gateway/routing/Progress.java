package org.todoke.gateway.routing;

/** When something last moved in an exchange; a moment is enough, since all is on one event loop. */
final class Progress {

  private long lastNanos = System.nanoTime();

  void touch() {
    lastNanos = System.nanoTime();
  }

  long idleNanos() {
    return System.nanoTime() - lastNanos;
  }
}
