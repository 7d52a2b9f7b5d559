package org.todoke.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsStandBelowEachOtherWhateverTheCharacters() {
    assertThat(
            printed(
                new TextTable("", "結果", "新規", "not listed")
                    .row("法人", "1,204", "2")
                    .row("ｻｰﾋﾞｽ", "-")))
        .isEqualTo(
            """
            結果    新規  not listed
            法人   1,204           2
            ｻｰﾋﾞｽ      -
            """);
  }

  @Test
  void everyLineIsIndented() {
    assertThat(printed(new TextTable("  ", "a").row("b"))).isEqualTo("  a\n  b\n");
  }

  private static String printed(TextTable table) {
    var bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
