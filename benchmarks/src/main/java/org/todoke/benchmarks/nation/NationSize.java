package org.todoke.benchmarks.nation;

/**
 * How many of each there are. The whole country is that of the official files as of the end of
 * 2025: corporations by number, establishments by number, rows of an establishment and a service.
 *
 * @param fraction of the whole country, above 0 and at most 1
 */
public record NationSize(double fraction, int corporations, int establishments, int rows) {

  public static final NationSize WHOLE = new NationSize(1, 68_563, 190_003, 223_103);

  /** Below it the shares of the country no longer have room. */
  private static final double SMALLEST = 0.002;

  /**
   * @throws IllegalArgumentException below 0.002 or above 1
   */
  public static NationSize of(double fraction) {
    if (!(fraction >= SMALLEST && fraction <= 1)) {
      throw new IllegalArgumentException("a fraction from " + SMALLEST + " to 1: " + fraction);
    }
    return new NationSize(
        fraction,
        part(WHOLE.corporations, fraction),
        part(WHOLE.establishments, fraction),
        part(WHOLE.rows, fraction));
  }

  private static int part(int whole, double fraction) {
    return (int) Math.round(whole * fraction);
  }
}
