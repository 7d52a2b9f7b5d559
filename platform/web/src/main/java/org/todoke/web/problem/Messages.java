package org.todoke.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the codes. A service's own bundle ({@code problems_ja.properties} and {@code
 * problems_en.properties} at the root of the class path) goes before the platform's.
 */
public final class Messages {

  private static final Logger LOG = Logger.getLogger(Messages.class);
  private static final List<String> BUNDLES = List.of("problems", "org/todoke/web/problems");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Without it, a missing English text would be looked for in the language of the machine. */
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Messages() {}

  /** The text of a code; the code itself where nobody wrote a text. */
  public static String text(Locale language, String code, List<?> args) {
    String pattern = find(language, code);
    if (pattern == null) {
      LOG.warnf("no text in %s for the code %s", language.getLanguage(), code);
      return code;
    }
    // Not MessageFormat: it would swallow apostrophes and group the digits of codes.
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  index < args.size() ? String.valueOf(args.get(index)) : "");
            });
  }

  /** Whether somebody wrote a text for the code in this language. */
  public static boolean knows(Locale language, String code) {
    return find(language, code) != null;
  }

  private static @Nullable String find(Locale language, String code) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (String name : BUNDLES) {
      try {
        ResourceBundle bundle = ResourceBundle.getBundle(name, language, loader, NO_FALLBACK);
        if (bundle.containsKey(code)) {
          return bundle.getString(code);
        }
      } catch (MissingResourceException e) {
        LOG.debugf("no bundle %s in %s", name, language.getLanguage());
      }
    }
    return null;
  }
}
