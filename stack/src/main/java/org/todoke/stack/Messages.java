package org.todoke.stack;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher says: Japanese where the terminal is Japanese, English elsewhere. */
final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "stack", language(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private Messages() {}

  static String text(String key, Object... arguments) {
    return MessageFormat.format(BUNDLE.getString(key), arguments);
  }

  private static Locale language() {
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isEmpty()) {
        return value.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }
}
