package org.todoke.registry.importing.rows;

/** What becomes of a row; also how grave a finding is. In the order of gravity. */
public enum Outcome {
  /** Taken as it stands; width and white space of plain text do not count. */
  ACCEPTED,
  /** Taken, with a number, code or address corrected in the one way in which it can be right. */
  REPAIRED,
  /** Taken, but a person should look: something is doubtful, or had to be left out. */
  WARNED,
  /** Not taken. */
  REJECTED;

  Outcome worse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
