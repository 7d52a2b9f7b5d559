package org.todoke.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "ja, ja",
    "en, en",
    "en-GB, en",
    "'ja-JP,ja;q=0.9,en;q=0.8', ja",
    "'en;q=0.9,ja;q=0.8', en",
    "'fr,en;q=0.5', en",
    "fr, ja",
    "'*', ja",
    "'', ja",
    "';;;q=', ja"
  })
  void answerIsInTheLanguageThatIsLikedBest(String header, String language) {
    assertThat(Languages.of(header).getLanguage()).isEqualTo(language);
  }

  @ParameterizedTest
  @NullSource
  void japaneseIsSpokenToWhoeverSaysNothing(String header) {
    assertThat(Languages.of(header).getLanguage()).isEqualTo("ja");
  }
}
