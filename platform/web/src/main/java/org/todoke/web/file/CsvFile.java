package org.todoke.web.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) that is being written. No cell of it is a formula, and what CP932 cannot
 * hold is written as 〓.
 */
public final class CsvFile implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final CsvWriter csv;
  private final @Nullable Cp932 cp932;

  private CsvFile(CsvWriter csv, @Nullable Cp932 cp932) {
    this.csv = csv;
    this.cp932 = cp932;
  }

  /** With the mark that tells a spreadsheet that it is UTF-8, where it is. */
  public static CsvFile open(OutputStream to, FileEncoding encoding) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(to, encoding.charset()));
    if (encoding == FileEncoding.UTF_8) {
      writer.write(BYTE_ORDER_MARK);
    }
    return new CsvFile(
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer),
        encoding == FileEncoding.CP932 ? new Cp932() : null);
  }

  /** One row; nothing is an empty cell. */
  public void row(Collection<? extends @Nullable Object> cells) {
    csv.writeRecord(cells.stream().map(this::text).toList());
  }

  private String text(@Nullable Object cell) {
    String safe = Cells.safe(cell);
    return cp932 == null ? safe : cp932.writable(safe);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
