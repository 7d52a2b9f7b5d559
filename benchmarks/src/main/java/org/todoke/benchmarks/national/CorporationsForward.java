package org.todoke.benchmarks.national;

import java.util.Set;

/** How the corporations pass a notice on to their establishments. */
interface CorporationsForward {

  /** What it is called in the report. */
  String name();

  /** Before anything is measured. */
  void prepare(Set<String> corporations);

  /** Whether each of them has to call for it. */
  boolean callsEach();

  /** Each by a call of its own, as if somebody sat there. */
  final class ByApi implements CorporationsForward {

    private final Suite suite;

    ByApi(Suite suite) {
      this.suite = suite;
    }

    @Override
    public String name() {
      return "by the API, one call each";
    }

    @Override
    public void prepare(Set<String> corporations) {
      suite.tokens().prepare(corporations);
    }

    @Override
    public boolean callsEach() {
      return true;
    }
  }
}
