package org.todoke.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

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
}
