package org.todoke.e2e;

import java.nio.file.Path;
import org.todoke.stack.Stack;
import org.todoke.stack.StackOptions;
import org.todoke.testing.RepositoryRoot;

/** Stacks for tests, beside one that somebody may be running on the usual ports. */
final class Suite {

  // All below the ports that the system gives to outgoing connections (from 32768 on).
  private static final int SHARED_OFFSET = 12_000;
  private static final int DISPOSABLE_OFFSET = 13_000;

  private Suite() {}

  private static final class Shared {
    static final Stack STACK = start("shared", SHARED_OFFSET);
  }

  /** Started once for all tests that leave it as they found it; ends with the JVM. */
  static Stack shared() {
    return Shared.STACK;
  }

  /** For a test that breaks it, and closes it. */
  static Stack disposable() {
    return start("disposable", DISPOSABLE_OFFSET);
  }

  private static Stack start(String name, int offset) {
    Path root = RepositoryRoot.find();
    return Stack.start(
        StackOptions.in(root)
            .keptIn(root.resolve("e2e/target/stack-" + name))
            .freshly(true)
            .onPortsFrom(offset));
  }
}
