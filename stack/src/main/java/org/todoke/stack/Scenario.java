package org.todoke.stack;

import java.io.PrintStream;

/** Something played on the running stack, from outside. */
public interface Scenario {

  /**
   * @throws RuntimeException if a step could not be played at all
   */
  void run(StackAccess stack, Findings findings, PrintStream out);
}
