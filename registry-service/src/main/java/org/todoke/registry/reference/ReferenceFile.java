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

/** The files that come with the service, in the folder {@code reference} of the class path. */
public final class ReferenceFile {

  private static final String FOLDER = "/reference/";

  private ReferenceFile() {}

  /** All rows of a file with a header, in order. */
  public static <T> List<T> read(String file, Function<NamedCsvRecord, T> row) {
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
}
