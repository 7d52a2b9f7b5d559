package org.todoke.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.todoke.stack.StackProblem;
import org.todoke.testing.RepositoryRoot;

class MessagesTest {

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys(Locale.JAPANESE)).isEqualTo(keys(Locale.ENGLISH)).isNotEmpty();
  }

  @Test
  void everyProblemThatTheCodeNamesHasItsText() throws IOException {
    Set<String> named = new HashSet<>();
    Pattern problem = Pattern.compile("new StackProblem\\(\\s*(?:e,\\s*)?\"([a-z.-]+)\"");
    Path sources = RepositoryRoot.find().resolve("stack/src/main/java");
    try (var files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var found = problem.matcher(Files.readString(file));
        while (found.find()) {
          named.add("problem." + found.group(1));
        }
      }
    }

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(keys(Locale.ENGLISH)).containsAll(named);
  }

  @Test
  void languageFollowsTheEnvironment() {
    assertThat(Messages.localeOf(Map.of("LANG", "ja_JP.UTF-8"))).isEqualTo(Locale.JAPANESE);
    assertThat(Messages.localeOf(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "en_GB.UTF-8")))
        .isEqualTo(Locale.ENGLISH);
    assertThat(Messages.localeOf(Map.of())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void problemIsSaidInOneLineWithItsArguments() {
    var problem = new StackProblem("port.taken", "8080", "gateway");

    assertThat(new Messages(Locale.ENGLISH).text(problem)).contains("8080").doesNotContain("\n");
    assertThat(new Messages(Locale.JAPANESE).text(problem)).contains("8080", "使用中");
  }

  private static Set<String> keys(Locale locale) {
    return Set.copyOf(
        ResourceBundle.getBundle(
                "org.todoke.stack.cli.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }
}
