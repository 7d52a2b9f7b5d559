package org.todoke.stack;

/** Where a scenario writes down what it expected, what it saw and what it counted. */
public interface Findings {

  /** Holds if both are equal; a difference is noted and the scenario goes on. */
  void expect(String name, Object expected, Object actual);

  void figure(String name, Object value);
}
