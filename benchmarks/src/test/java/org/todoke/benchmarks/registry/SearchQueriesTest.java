package org.todoke.benchmarks.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueriesTest {

  @ParameterizedTest
  @CsvSource({"株式会社青葉一番会,青葉一番会", "和日和ケア有限会社,和日和ケア", "医療法人　光東福祉,光東福祉", "架空みなと,架空みなと"})
  void rareWordIsANameWithoutItsLegalForm(String name, String word) {
    assertThat(SearchQueries.core(name)).isEqualTo(word);
  }
}
