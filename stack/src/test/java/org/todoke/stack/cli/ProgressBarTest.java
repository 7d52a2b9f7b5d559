package org.todoke.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void barIsAsLongAsWhatIsDone() {
    assertThat(ProgressBar.line("reading", 0, 223_103, "rows"))
        .isEqualTo("  reading [..............................]   0 %  0/223,103 rows");
    assertThat(ProgressBar.line("reading", 111_552, 223_103, "rows"))
        .isEqualTo("  reading [###############...............]  50 %  111,552/223,103 rows");
    assertThat(ProgressBar.line("反映中", 5, 5, "機関"))
        .isEqualTo("  反映中 [##############################] 100 %  5/5 機関");
  }

  @Test
  void onATerminalTheLineIsWrittenOverAndTakenAway() {
    var bar = new ProgressBar(out, true, "reading", "rows");

    bar.at(1, 2);
    bar.end();

    assertThat(written()).startsWith("\r  reading [").endsWith(" \r").doesNotContain("\n");
  }

  @Test
  void elsewhereALittleProgressIsNotWorthALine() {
    var bar = new ProgressBar(out, false, "reading", "rows");

    bar.at(1, 2);
    bar.end();

    assertThat(written()).isEmpty();
  }

  @Test
  void nothingIsShownOfWhatHasNoEnd() {
    new ProgressBar(out, true, "reading", "rows").at(1, 0);

    assertThat(written()).isEmpty();
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
