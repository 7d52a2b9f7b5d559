package org.todoke.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.todoke.web.Page;

class CsvFileTest {

  private static final CsvList<String> LIST =
      new CsvList<>(
          List.of(
              new Column<>("text", "文", text -> text),
              new Column<>("length", "長さ", String::length)));

  @Test
  void rowIsQuotedWhereNeededAndNeverAFormula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvFile file = CsvFile.open(out, FileEncoding.UTF_8)) {
      file.row(Arrays.asList("=1+1", "a, \"b\"", null, true, "𠮷"));
    }

    assertThat(out.toString(FileEncoding.UTF_8.charset()))
        .isEqualTo("\ufeff'=1+1,\"a, \"\"b\"\"\",,true,𠮷\r\n");
  }

  @Test
  void whatCp932CannotHoldIsReplaced() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvFile file = CsvFile.open(out, FileEncoding.CP932)) {
      file.row(List.of("𠮷野", "八幡浜市"));
    }

    assertThat(out.toString(FileEncoding.CP932.charset())).isEqualTo("〓野,八幡浜市\r\n");
  }

  @Test
  void listIsWalkedFromStretchToStretch() throws IOException {
    List<String> asked = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    LIST.write(
        Page.of(List.of("a", "bb"), 1, text -> text),
        request -> {
          asked.add(String.valueOf(request.after()));
          return Page.of(List.of("bb"), request.limit(), text -> text);
        },
        Locale.ENGLISH,
        FileEncoding.UTF_8,
        out);

    assertThat(out.toString(FileEncoding.UTF_8.charset()))
        .isEqualTo("\ufefftext,length\r\na,1\r\nbb,2\r\n");
    assertThat(asked).containsExactly("a");
  }

  @Test
  void headingsAreJapaneseForJapaneseReaders() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    LIST.write(
        new Page<>(List.of(), null),
        request -> {
          throw new AssertionError("there is nothing more");
        },
        Locale.JAPANESE,
        FileEncoding.UTF_8,
        out);

    assertThat(out.toString(FileEncoding.UTF_8.charset())).isEqualTo("\ufeff文,長さ\r\n");
  }
}
