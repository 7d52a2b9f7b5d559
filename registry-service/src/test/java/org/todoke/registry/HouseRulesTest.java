package org.todoke.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.todoke.testing.ArchitectureRules;
import org.todoke.web.problem.Messages;

class HouseRulesTest {

  /** What a code of a problem begins with in this service. */
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:organization|organization-code|local-government-code|corporate-number"
              + "|establishment-number|service-type|contact|place|union|department|proposal"
              + "|approval-rule|name-variant|suspected-pair|erasure|export|date|enum|request"
              + "|cursor|import"
              + "|file|header|row|cell|text|municipality-code|municipality|prefecture|service|name"
              + "|name-kana|address|postcode|location|telephone|fax|url|corporation|days|capacity)"
              + "(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)\"");

  /** Types of events, which begin alike. */
  private static final Set<String> NO_CODES =
      Set.of("organization.registered", "organization.changed");

  @Test
  void codeKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkService("org.todoke.registry");
  }

  @Test
  void everyCodeHasATextInBothLanguages() throws IOException {
    Set<String> codes = codesInTheSources();

    assertThat(codes).hasSizeGreaterThan(25);
    for (Locale language : Set.of(Locale.JAPANESE, Locale.ENGLISH)) {
      assertThat(codes).allMatch(code -> Messages.knows(language, code), "has a text");
    }
  }

  @Test
  void everyTextIsOfACodeAndInBothLanguages() throws IOException {
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    Set<String> japanese = ResourceBundle.getBundle("problems", Locale.JAPANESE, exact).keySet();

    assertThat(japanese)
        .isEqualTo(ResourceBundle.getBundle("problems", Locale.ENGLISH, exact).keySet());
    assertThat(codesInTheSources()).containsAll(japanese);
  }

  private static Set<String> codesInTheSources() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
      }
    }
    codes.removeAll(NO_CODES);
    return codes;
  }
}
