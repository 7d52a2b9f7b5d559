package org.todoke.registry.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the lists that come with the service: UTF-8, RFC 4180, a header row. */
public final class ReferenceFile {

  private static final String FOLDER = "/reference/";

  private ReferenceFile() {}

  /**
   * All rows, in the order of the file.
   *
   * @throws IllegalStateException if the service came without the file
   */
  public static <T> List<T> rows(String file, Function<NamedCsvRecord, T> row) {
    InputStream stream = ReferenceFile.class.getResourceAsStream(FOLDER + file);
    if (stream == null) {
      throw new IllegalStateException("the service came without " + file);
    }
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return csv.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null where the column is missing or empty. */
  public static @Nullable String given(NamedCsvRecord row, String column) {
    return row.findField(column).filter(value -> !value.isEmpty()).orElse(null);
  }
}
