package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {

  @ParameterizedTest
  @CsvSource({
    "株式会社　ニチイ学館, ㈱ニチイ学館",
    "株式会社架空みなと, (株)架空みなと",
    "ﾃﾞｲｻｰﾋﾞｽ, デイサービス",
    "デイサービス, でいさーびす",
    "アサヒサンクリ-ン, アサヒサンクリーン",
    "龍ヶ崎市, 龍ケ崎市",
    "髙﨑ケア, 高崎ケア",
    "ＡＢＣケア, abcケア",
    "ケア ２４, ケア24",
  })
  void foldsWhatPeopleWriteInSeveralWays(String one, String other) {
    assertThat(SearchKey.of(one, null)).isEqualTo(SearchKey.of(other, null));
  }

  @ParameterizedTest
  @CsvSource({"八幡浜市, 八幡平市", "第一, 第二", "はは, ばば"})
  void keepsApartWhatIsNotTheSame(String one, String other) {
    assertThat(SearchKey.of(one, null)).isNotEqualTo(SearchKey.of(other, null));
  }

  @Test
  void indexesPairsWithinAWordAndItsLastCharacter() {
    assertThat(SearchKey.pairsOf("八幡浜市 やわた"))
        .containsExactly("八幡", "幡浜", "浜市", "市", "やわ", "わた", "た");
  }

  @Test
  void cutsBetweenCharactersNotInsideThem() {
    assertThat(SearchKey.pairsOf("𠮷野家")).containsExactly("𠮷野", "野家", "家");
  }

  @Test
  void asksForEveryPairOfEveryWordOnce() {
    assertThat(SearchKey.queryOf(SearchKey.wordsOf("ヤワタハマ　浜 市役所 八幡 わた")))
        .isEqualTo("'やわ' & 'わた' & 'たは' & 'はま' & '浜':* & '市役' & '役所' & '八幡'");
  }

  @Test
  void asksForNothingThatIsNotIndexed() {
    String key = SearchKey.of("株式会社デイサービスセンター架空", "カクウ");
    for (String word : SearchKey.wordsOf("サービス センター ター 架空 かくう 株式会社デイ 株式会社")) {
      for (String term : SearchKey.queryOf(List.of(word)).split(" & ")) {
        assertThat(SearchKey.pairsOf(key)).contains(term.replace("'", ""));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\\", "':* | 'あ", "a'b\\c"})
  void quotesWhatThePlannerWouldRead(String question) {
    String query = SearchKey.queryOf(SearchKey.wordsOf(question));

    // Outside of the quoted lexemes nothing is left but the marks that the query puts there itself.
    String outside = query.replaceAll("'(?:[^'\\\\]|''|\\\\\\\\)*'", "");
    assertThat(outside).matches("(:\\*)?( & (:\\*)?)*");
  }

  @Test
  void findsNoWordsInNothingButSpace() {
    assertThat(SearchKey.wordsOf(" 　\t")).isEmpty();
  }
}
