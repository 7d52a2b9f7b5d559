package org.todoke.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.todoke.web.JapaneseDates;
import org.todoke.web.Refusal;

class MessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameCodes() {
    assertThat(bundle(Locale.JAPANESE).keySet()).isEqualTo(bundle(Locale.ENGLISH).keySet());
    assertThat(bundle(Locale.JAPANESE).keySet()).hasSizeGreaterThan(50);
  }

  @Test
  void bothLanguagesMentionTheSame() {
    for (String code : bundle(Locale.JAPANESE).keySet()) {
      assertThat(places(Locale.ENGLISH, code)).as(code).isEqualTo(places(Locale.JAPANESE, code));
    }
  }

  @Test
  void everyFaultOfADateHasATextInBothLanguages() {
    for (JapaneseDates.Fault fault : JapaneseDates.Fault.values()) {
      assertThat(Messages.knows(Locale.JAPANESE, fault.code())).as(fault.code()).isTrue();
      assertThat(Messages.knows(Locale.ENGLISH, fault.code())).as(fault.code()).isTrue();
    }
  }

  @Test
  void everyStatusHasATitle() {
    for (Refusal.Kind kind : Refusal.Kind.values()) {
      int status = Failure.of(new Refusal(kind, "any.code", List.of(), List.of())).status();
      assertThat(Messages.knows(Locale.JAPANESE, "title." + status)).as(kind.name()).isTrue();
    }
    for (int status : List.of(401, 405, 406, 414, 415, 429, 431, 500)) {
      assertThat(Messages.knows(Locale.ENGLISH, "title." + status)).as("" + status).isTrue();
    }
  }

  @Test
  void whatATextMentionsIsPutIn() {
    assertThat(Messages.text(Locale.ENGLISH, "text.too-long", List.of(20000)))
        .isEqualTo("Must have at most 20000 characters.");
    assertThat(Messages.text(Locale.ENGLISH, "enum.unknown", List.of("$1 {0} \\")))
        .isEqualTo("Must be one of: $1 {0} \\");
    assertThat(Messages.text(Locale.ENGLISH, "text.too-long", List.of()))
        .isEqualTo("Must have at most  characters.");
  }

  @Test
  void serviceMayAddTextsAndReplaceThoseOfThePlatform() {
    assertThat(Messages.text(Locale.ENGLISH, "contact.telephone-form", List.of()))
        .isEqualTo("Only digits and hyphens.");
    assertThat(Messages.text(Locale.JAPANESE, "contact.telephone-form", List.of()))
        .isEqualTo("数字とハイフンだけで入力してください。");
  }

  @Test
  void codeStandsForItselfWhereNobodyWroteAText() {
    assertThat(Messages.text(Locale.JAPANESE, "nobody.wrote", List.of())).isEqualTo("nobody.wrote");
  }

  private static Set<String> places(Locale language, String code) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(bundle(language).getString(code)).results().forEach(m -> places.add(m.group()));
    return places;
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("org/todoke/web/problems", language);
  }
}
