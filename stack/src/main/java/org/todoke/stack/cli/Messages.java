package org.todoke.stack.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.todoke.stack.StackProblem;

/** What the command line says, in the language of the reader's environment. */
final class Messages {

  private final ResourceBundle bundle;

  Messages(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            "org.todoke.stack.cli.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Japanese where the environment says so, else English. */
  static Locale localeOf(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  String text(StackProblem problem) {
    Object[] arguments =
        problem.arguments().stream()
            .map(argument -> argument instanceof String name ? part(name) : argument.toString())
            .toArray();
    return text("problem." + problem.key(), arguments);
  }

  /** The name of a part as a person says it. */
  String part(String name) {
    return name("part.", name);
  }

  /** What a person calls something that the API gives a name; that name if there is no other. */
  String name(String prefix, String name) {
    String key = prefix + name;
    return bundle.containsKey(key) ? bundle.getString(key) : name;
  }
}
