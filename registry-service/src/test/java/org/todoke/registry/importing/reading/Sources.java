package org.todoke.registry.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;

/** Files to read, and what is read from them. */
public final class Sources {

  static final String MHLW = String.join(",", SourceFormat.MHLW_OPEN_DATA.headers());

  /** The fewest columns that a list needs. */
  static final String SHORT = "事業所番号,事業所名,サービスの種類,市区町村コード";

  private Sources() {}

  /** What was read of a file that was read to its end. */
  public record Content(SourceFile file, Layout layout, List<RawRow> rows, List<FileNote> notes) {

    List<List<String>> cells() {
      return rows.stream().map(RawRow::cells).toList();
    }

    List<String> codesOfNotes() {
      return notes.stream().map(FileNote::code).toList();
    }
  }

  static Path write(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "source", ".csv"), bytes);
  }

  public static Path write(Path folder, String text) throws IOException {
    return write(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Content read(Path file) throws IOException {
    return read(file, null, Bounds.standard());
  }

  static Content read(Path file, @Nullable Charset charset, Bounds bounds) throws IOException {
    SourceFile source = SourceFile.inspect(file, charset, bounds);
    try (RowSource rows = source.open()) {
      List<RawRow> all = new ArrayList<>();
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
      return new Content(source, rows.layout(), all, rows.notes());
    }
  }

  static Refusal refusalOf(Path file) {
    return refusalOf(file, null, Bounds.standard());
  }

  static Refusal refusalOf(Path file, @Nullable Charset charset, Bounds bounds) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(file, charset, bounds));
    assertThat(refusal).as("the refusal of the file").isNotNull();
    return refusal;
  }
}
