package org.todoke.benchmarks.nation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads the lists that the nation is made after; {@code docs/credits.md} says whose they are. */
final class Lists {

  private Lists() {}

  static <T> List<T> read(String name, Function<NamedCsvRecord, T> row) {
    try (var reader =
            new InputStreamReader(
                Objects.requireNonNull(Lists.class.getResourceAsStream(name + ".csv"), name),
                StandardCharsets.UTF_8);
        var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return rows.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
