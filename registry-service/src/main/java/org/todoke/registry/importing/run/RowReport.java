package org.todoke.registry.importing.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found, as a table for a spreadsheet: a line for each finding. UTF-8 with a mark, because
 * spreadsheets take it for another encoding without one; what a spreadsheet would calculate begins
 * with an apostrophe.
 */
public final class RowReport {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String CALCULATED = "=+-@\t\r";

  private static final List<String> HEADERS_JA =
      List.of("行", "列", "結果", "コード", "内容", "元の値", "修正後の値");
  private static final List<String> HEADERS_EN =
      List.of("line", "column", "outcome", "code", "message", "value", "repaired");

  private final ImportedRows rows;

  public RowReport(ImportedRows rows) {
    this.rows = rows;
  }

  /** Writes as it reads, a thousand rows at a time. */
  public void write(UUID run, Locale language, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(writer)) {
      csv.writeRecord(language.equals(Locale.JAPANESE) ? HEADERS_JA : HEADERS_EN);
      rows.eachWithFindings(
          run,
          language,
          row ->
              row.findings()
                  .forEach(
                      f ->
                          csv.writeRecord(
                              Integer.toString(row.line()),
                              harmless(f.column()),
                              f.outcome().wireName(),
                              f.code(),
                              f.message(),
                              harmless(f.value()),
                              harmless(f.repaired()))));
    }
  }

  static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return CALCULATED.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
