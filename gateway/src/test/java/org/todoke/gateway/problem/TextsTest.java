package org.todoke.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  private final Texts texts = new Texts();

  static List<Refused> refusals() {
    return Refused.all();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalHasItsTextInBothLanguages(Refused refused) {
    for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      assertThat(texts.text(language, refused.code(), refused.args()))
          .isNotBlank()
          .doesNotContain("{");
      assertThat(texts.text(language, "title." + refused.status(), List.of())).isNotBlank();
    }
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys(Locale.JAPANESE)).isEqualTo(keys(Locale.ENGLISH)).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,ja",
        "en,en",
        "en-US;q=0.8,en",
        "'fr, en;q=0.5',en",
        "'ja, en;q=0.9',ja",
        "fr,ja",
        "*,ja",
        "'###',ja"
      })
  void languageIsJapaneseUnlessEnglishIsPreferred(String header, String language) {
    assertThat(texts.language(header).getLanguage()).isEqualTo(language);
  }

  @Test
  void boundIsToldInWords() {
    assertThat(Refused.tooLarge(20 * 1024 * 1024).args()).containsExactly("20 MiB");
    assertThat(Refused.tooLarge(1000).args()).containsExactly("1000 B");
  }

  private static Set<String> keys(Locale language) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "gateway",
                language,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }
}
