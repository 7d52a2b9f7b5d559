package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "255044462D312E37, application/pdf",
    "89504E470D0A1A0A00, image/png",
    "FFD8FFE000104A464946, image/jpeg",
    "E9809AE79FA50A, text/plain; charset=utf-8",
  })
  void contentTellsWhatItIs(String hex, String mediaType) throws IOException {
    assertThat(MediaTypes.of(file(HexFormat.of().parseHex(hex)))).contains(mediaType);
  }

  @ParameterizedTest
  @CsvSource({
    "word/document.xml, wordprocessingml.document",
    "xl/workbook.xml, spreadsheetml.sheet",
    "ppt/presentation.xml, presentationml.presentation",
  })
  void officeDocumentIsToldByItsParts(String part, String kind) throws IOException {
    assertThat(MediaTypes.of(file(zip("[Content_Types].xml", "_rels/.rels", part))))
        .contains("application/vnd.openxmlformats-officedocument." + kind);
  }

  @Test
  void whatIsNoneOfTheseIsNotAccepted() throws IOException {
    assertThat(MediaTypes.of(file(new byte[] {0x4D, 0x5A, 0, 1, 2}))).isEmpty();
    assertThat(MediaTypes.of(file("日本".getBytes("Shift_JIS")))).isEmpty();
    assertThat(MediaTypes.of(file("a\u0007b".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    assertThat(MediaTypes.of(file(zip("word/document.xml")))).isEmpty();
    assertThat(MediaTypes.of(file(zip("[Content_Types].xml", "evil.exe")))).isEmpty();
    assertThat(MediaTypes.of(file(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}))).isEmpty();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "file", ".bin"), content);
  }

  private static byte[] zip(String... entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(1);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
