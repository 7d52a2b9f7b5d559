package org.todoke.registry.number;

import org.jspecify.annotations.Nullable;

/** Repairs establishment numbers; a wrong check digit is left, because real numbers have it. */
public final class EstablishmentNumberRepair {

  private static final int LENGTH = 10;

  private EstablishmentNumberRepair() {}

  /**
   * The number of the form that was meant: without width, case, spaces, hyphens and the traces of a
   * spreadsheet. Nine digits get the zero that a spreadsheet has taken, if the check digit then
   * proves it. Null if it is not of the form.
   */
  public static @Nullable String repaired(String written) {
    String plain = WrittenNumber.plain(written);
    if (plain.length() == LENGTH - 1) {
      String padded = "0" + plain;
      return EstablishmentNumber.check(padded) == EstablishmentNumber.Check.VALID ? padded : null;
    }
    return EstablishmentNumber.check(plain) == EstablishmentNumber.Check.MALFORMED ? null : plain;
  }
}
