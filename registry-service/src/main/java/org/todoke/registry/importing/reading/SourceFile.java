package org.todoke.registry.importing.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file whose kind and encoding are known. Looking at it reads all of it, in bounded memory: that
 * the first block decodes says nothing about the rest.
 */
public final class SourceFile {

  private final Path path;
  private final FileStart start;
  private final @Nullable Charset charset;
  private final Bounds bounds;

  private SourceFile(Path path, FileStart start, @Nullable Charset charset, Bounds bounds) {
    this.path = path;
    this.start = start;
    this.charset = charset;
    this.bounds = bounds;
  }

  /**
   * Looks at a file. The order in which its kind is found out is: a ZIP, which has to be a
   * workbook; the encoding that was chosen; a byte order mark; UTF-8; windows-31j.
   *
   * @param chosen the encoding, if somebody knows better; null to find it out. A workbook has none
   * @throws IOException if the disk fails
   * @throws org.todoke.web.Refusal with one of the codes {@code file.empty}, {@code file.binary},
   *     {@code file.zip}, {@code file.old-workbook}, {@code file.workbook-unreadable}, {@code
   *     file.workbook-too-large}, {@code file.encoding-unknown}, {@code file.encoding-wrong},
   *     {@code file.truncated}
   */
  public static SourceFile inspect(Path path, @Nullable Charset chosen, Bounds bounds)
      throws IOException {
    FileStart start = FileStart.of(path);
    if (start.isEmpty()) {
      throw FileRefusal.unreadable("file.empty");
    }
    if (start.isOldOffice()) {
      throw FileRefusal.unreadable("file.old-workbook");
    }
    if (start.isOtherFile()) {
      throw FileRefusal.unreadable("file.binary");
    }
    if (start.isZip()) {
      Workbook.check(path, bounds);
      return new SourceFile(path, start, null, bounds);
    }
    return new SourceFile(path, start, TextEncoding.find(path, start, chosen), bounds);
  }

  /** The encoding, or {@code XLSX}. */
  public String encoding() {
    return charset == null ? "XLSX" : charset.name();
  }

  /**
   * Opens it for one pass and finds the header.
   *
   * @throws IOException if the disk fails
   * @throws org.todoke.web.Refusal {@code file.format-unknown} or {@code file.columns-missing},
   *     both with the headers seen, and those of {@link RowSource#next()}
   */
  public RowSource open() throws IOException {
    RawRows rows =
        charset == null
            ? XlsxRows.open(path, bounds)
            : CsvRows.open(path, charset, !start.endsWithLineBreak(), bounds);
    try {
      return RowSource.of(rows, bounds);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }
}
