package org.todoke.benchmarks.nation;

/**
 * A stream of numbers that looks random and is the same everywhere: SplitMix64 (Steele, Lea and
 * Flood 2014), written out because the JDK does not promise to keep its own generators as they are.
 */
final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** A stream of its own for every thing that is thrown for: none depends on what came before. */
  static Dice of(long seed, long about, long which) {
    return new Dice(mix(mix(seed ^ mix(about + GOLDEN_GAMMA)) + which * GOLDEN_GAMMA));
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0 to bound − 1. The bias of the remainder is below 2^-40 for the bounds used here. */
  int below(int bound) {
    return (int) ((next() >>> 1) % bound);
  }

  /** From 0, exclusive of 1. */
  double share() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean happens(double rate) {
    return share() < rate;
  }

  <T> T oneOf(T[] choices) {
    return choices[below(choices.length)];
  }

  /** Any order is as likely as any other. */
  void shuffle(byte[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = below(i + 1);
      byte held = values[i];
      values[i] = values[other];
      values[other] = held;
    }
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
