package org.todoke.gateway.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the gateway says, in Japanese unless English is preferred. */
@ApplicationScoped
public class Texts {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Map<Locale, ResourceBundle> bundles =
      Map.of(Locale.JAPANESE, bundle(Locale.JAPANESE), Locale.ENGLISH, bundle(Locale.ENGLISH));

  /** The language that the header {@code Accept-Language} prefers. */
  public Locale language(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.JAPANESE;
    }
    try {
      Locale best =
          Locale.lookup(
              Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.JAPANESE, Locale.ENGLISH));
      return best == null ? Locale.JAPANESE : best;
    } catch (IllegalArgumentException e) {
      return Locale.JAPANESE;
    }
  }

  /**
   * @throws java.util.MissingResourceException where nobody wrote the text
   */
  public String text(Locale language, String key, List<?> args) {
    ResourceBundle bundle = bundles.getOrDefault(language, bundle(Locale.JAPANESE));
    // Not MessageFormat: it would swallow apostrophes and group digits.
    return PLACE
        .matcher(bundle.getString(key))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    String.valueOf(args.get(Integer.parseInt(place.group(1))))));
  }

  /** The text, or the other one where nobody wrote it. */
  public String textOr(Locale language, String key, String other) {
    return bundles.getOrDefault(language, bundle(Locale.JAPANESE)).containsKey(key)
        ? text(language, key, List.of())
        : other;
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "gateway", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
