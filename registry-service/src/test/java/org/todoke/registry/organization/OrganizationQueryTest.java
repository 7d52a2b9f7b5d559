package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationQueryTest {

  @ParameterizedTest
  @ValueSource(strings = {"382043", "３８７０４９", " 3870498312 "})
  void numberOfSixDigitsOrMoreIsTheBeginningOfACodeAndNoWord(String question) {
    assertThat(OrganizationQuery.wordsToWeigh(asking(question))).isEmpty();
    assertThat(new OrganizationQuery(asking(question), null, Commonness.IRRELEVANT).sql())
        .contains("o.code >= ")
        .doesNotContain("search_key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"24", "2025", "38204", "382043 ケア", "SOMPO", "38204a"})
  void anythingElseMayStandInAName(String question) {
    assertThat(new OrganizationQuery(asking(question), null, Commonness.IRRELEVANT).sql())
        .contains("search_key");
  }

  private static OrganizationFilter asking(String question) {
    return new OrganizationFilter(question, null, null, null, null, null, null, null, null, null);
  }
}
