package org.todoke.registry.importing.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;

/** The rows of a text file with separators and quotes (RFC 4180). */
final class CsvRows implements RawRows {

  private static final int START = 4096;

  /** What fastcsv reads at once; its buffer cannot be smaller. */
  private static final int SMALLEST_BUFFER = 1 << 14;

  private final Charset charset;
  private final Bounds bounds;
  private final boolean endsWithinALine;
  private final LineBound text;
  private final Cells cells;
  private final CsvReader<RawRow> csv;
  private final CloseableIterator<RawRow> rows;

  private CsvRows(
      Charset charset, Bounds bounds, boolean endsWithinALine, Reader decoded, char separator) {
    this.charset = charset;
    this.bounds = bounds;
    this.endsWithinALine = endsWithinALine;
    this.text = new LineBound(decoded, bounds);
    this.cells = new Cells(bounds);
    this.csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            // One that never closes swallows the rest of the file: it was cut off, or damaged.
            .allowUnclosedQuote(false)
            // A quote within quotes is written twice.
            .maxBufferSize(Math.max(SMALLEST_BUFFER, 2 * bounds.cellCharacters() + 2))
            .build(cells, text);
    this.rows = csv.iterator();
  }

  static CsvRows open(Path file, Charset charset, boolean endsWithinALine, Bounds bounds)
      throws IOException {
    char separator = separatorOf(file, charset);
    return new CsvRows(charset, bounds, endsWithinALine, decode(file, charset), separator);
  }

  /**
   * Comma, or what Excel writes as "Unicode text", tab: whichever there is more of at the start.
   */
  private static char separatorOf(Path file, Charset charset) throws IOException {
    char[] start = new char[START];
    int commas = 0;
    int tabs = 0;
    try (Reader reader = decode(file, charset)) {
      int read = reader.read(start);
      for (int i = 0; i < read; i++) {
        if (start[i] == ',') {
          commas++;
        } else if (start[i] == '\t') {
          tabs++;
        }
      }
    }
    return tabs > commas ? '\t' : ',';
  }

  private static Reader decode(Path file, Charset charset) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  @Override
  public @Nullable RawRow next() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw text.isAtEnd()
          ? FileRefusal.truncated(cells.line)
          : FileRefusal.cellTooLong(cells.line, bounds);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        // It decoded when it was looked at: it has been changed since.
        throw FileRefusal.unreadable("file.encoding-wrong", charset.name());
      }
      throw e;
    }
  }

  @Override
  public boolean endsWithinALine() {
    return endsWithinALine;
  }

  @Override
  public boolean leavesOutEmptyCells() {
    return false;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Collects the cells of a row, and refuses the first that is one too many or too long. */
  private static final class Cells extends AbstractBaseCsvCallbackHandler<RawRow> {

    private final Bounds bounds;
    private final String[] row;
    private int line = 1;
    private int count;

    private Cells(Bounds bounds) {
      this.bounds = bounds;
      this.row = new String[bounds.columns()];
    }

    @Override
    protected void handleBegin(long startingLine) {
      line = (int) startingLine;
      count = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (index >= row.length) {
        throw FileRefusal.tooManyColumns(line, bounds);
      }
      if (length > bounds.cellCharacters()) {
        throw FileRefusal.cellTooLong(line, bounds);
      }
      row[index] = length == 0 ? "" : new String(buffer, offset, length);
      count = index + 1;
    }

    @Override
    protected RawRow buildRecord() {
      List<String> cells = Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(row, count)));
      return new RawRow(line, cells, List.of());
    }
  }
}
