package org.todoke.registry.importing.reading;

/**
 * How large a file may be in each direction. Reading ends with a refusal at the first one passed,
 * so that no file costs more memory than these allow.
 *
 * @param rows rows below the header
 * @param lineCharacters characters between two line breaks
 * @param cellCharacters characters of one cell
 * @param columns cells of one row
 * @param unpackedBytes bytes of a workbook when all its parts are unpacked
 * @param sharedBytes unpacked bytes of the texts that the cells of a workbook share, which are held
 *     in memory
 */
public record Bounds(
    int rows,
    int lineCharacters,
    int cellCharacters,
    int columns,
    long unpackedBytes,
    long sharedBytes) {

  private static final Bounds STANDARD =
      new Bounds(500_000, 1 << 20, 4_000, 200, 1L << 30, 64L << 20);

  public Bounds {
    if (rows < 1
        || lineCharacters < 1
        || cellCharacters < 1
        || columns < 1
        || unpackedBytes < 1
        || sharedBytes < 1) {
      throw new IllegalArgumentException("bounds are positive");
    }
  }

  /**
   * Twice the rows of the whole country (223,000), and ten times the longest cell seen in the real
   * files (411 characters).
   */
  public static Bounds standard() {
    return STANDARD;
  }
}
