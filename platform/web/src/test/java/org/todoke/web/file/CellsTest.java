package org.todoke.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＠x"})
  void whatWouldBeginAFormulaIsMarkedAsText(String text) {
    assertThat(Cells.safe(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"八幡浜市", "1-2", "a=b", "'quoted'", ""})
  void everythingElseStays(String text) {
    assertThat(Cells.safe(text)).isEqualTo(text);
  }

  @Test
  void nothingIsAnEmptyCell() {
    assertThat(Cells.safe(null)).isEmpty();
  }

  @Test
  void constantIsWrittenAsInJson() {
    assertThat(Cells.safe(FileEncoding.CP932)).isEqualTo("cp932");
  }

  @Test
  void momentIsWrittenByTheClockOfJapan() {
    assertThat(Cells.safe(Instant.parse("2013-07-10T15:00:00Z")))
        .isEqualTo("2013-07-11T00:00+09:00");
  }
}
