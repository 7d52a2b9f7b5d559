package org.todoke.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.EventType;
import org.todoke.web.JapaneseDates;
import org.todoke.web.problem.Messages;

class MessagesTest {

  private static final Pattern CODE =
      Pattern.compile("\"([a-z]{3,}(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

  /** Parts of media types, and the prefix of settings. */
  private static final Set<String> OTHER_NAMES =
      Set.of(
          "wordprocessingml.document",
          "spreadsheetml.sheet",
          "presentationml.presentation",
          "todoke.progress",
          "todoke.deadline",
          "todoke.chasing");

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
    // Names of consumers and of events have the form of a code and are none.
    USED.removeIf(code -> code.startsWith("notice.") && isConsumer(code));
    Stream.of(EventType.values()).map(EventType::wireName).forEach(USED::remove);
    Stream.of(JapaneseDates.Fault.values()).map(JapaneseDates.Fault::code).forEach(USED::add);
  }

  private static boolean isConsumer(String name) {
    try {
      return Files.readString(Path.of("src/main/resources/application.properties"))
          .contains("group.id=" + name + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void everyCodeHasAText(String language) {
    assertThat(USED).contains("forwarding.not-below", "value.required");
    assertThat(USED)
        .allSatisfy(
            code ->
                assertThat(Messages.knows(Locale.forLanguageTag(language), code))
                    .as("%s in %s", code, language)
                    .isTrue());
  }

  @Test
  void noTextIsLeftOverAndBothLanguagesSayTheSameThings() throws IOException {
    Set<String> english = keys("en");

    assertThat(USED).containsAll(english);
    assertThat(english).isEqualTo(keys("ja"));
  }

  private static Set<String> keys(String language) throws IOException {
    var properties = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/problems_" + language + ".properties"))) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
