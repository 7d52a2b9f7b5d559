package org.todoke.stack.supervision;

import java.time.Duration;

/** Is told what happens while a stack starts and stops. */
public interface Progress {

  void starting(String part);

  void ready(String part, Duration took);

  /** A part has ended that nobody had asked to end. */
  void died(String part, int exitCode);

  /** A process that an earlier run had left behind was ended. */
  void sweptUp(String part, long pid);

  void stopping();

  /** Says nothing to nobody. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void starting(String part) {}

      @Override
      public void ready(String part, Duration took) {}

      @Override
      public void died(String part, int exitCode) {}

      @Override
      public void sweptUp(String part, long pid) {}

      @Override
      public void stopping() {}
    };
  }
}
