package org.todoke.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.OrganizationCode;

class LineTest {

  @ParameterizedTest
  @CsvSource({
    "kj:3870498114, ESTABLISHMENT",
    "cn:2999905000101, CORPORATION",
    "lg:382043, MUNICIPALITY",
    "lg:011002, MUNICIPALITY",
    "lg:131016, MUNICIPALITY",
    "lg:380008, PREFECTURE",
    "lg:010006, PREFECTURE",
    "lg:130001, PREFECTURE"
  })
  void codeTellsTheLine(String code, Line line) {
    assertThat(Line.of(OrganizationCode.of(code))).contains(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go:mhlw.roken.somu", "lg:388017", "lg:019011"})
  void ministriesAndUnionsStandOnNoLine(String code) {
    assertThat(Line.of(OrganizationCode.of(code))).isEmpty();
  }
}
