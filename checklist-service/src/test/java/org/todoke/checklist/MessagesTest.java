package org.todoke.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.JapaneseDates;
import org.todoke.web.problem.Messages;

class MessagesTest {

  private static final Pattern CODE =
      Pattern.compile("\"([a-z]{3,}(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

  /** Names of consumers: they have the form of a code and are none. */
  private static final Set<String> OTHER_NAMES =
      Set.of("checklist.directory", "checklist.assignment", "checklist.notices");

  private static final Set<String> USED = new TreeSet<>();

  @BeforeAll
  static void readTheCodesOutOfTheSources() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(source));
        while (matcher.find()) {
          USED.add(matcher.group(1));
        }
      }
    }
    USED.removeAll(OTHER_NAMES);
    Stream.of(JapaneseDates.Fault.values()).map(JapaneseDates.Fault::code).forEach(USED::add);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void everyCodeHasAText(String language) {
    assertThat(USED).contains("assignment.closed", "value.required");
    assertThat(USED)
        .allSatisfy(
            code ->
                assertThat(Messages.knows(Locale.forLanguageTag(language), code))
                    .as("%s in %s", code, language)
                    .isTrue());
  }

  @Test
  void noTextIsLeftOverAndBothLanguagesSayTheSameThings() {
    Set<String> english = ResourceBundle.getBundle("problems", Locale.ENGLISH).keySet();

    assertThat(USED).containsAll(english);
    assertThat(english).isEqualTo(ResourceBundle.getBundle("problems", Locale.JAPANESE).keySet());
  }
}
