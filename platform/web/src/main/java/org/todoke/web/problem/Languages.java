package org.todoke.web.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the two languages to answer in. */
public final class Languages {

  private static final List<Locale> SPOKEN = List.of(Locale.JAPANESE, Locale.ENGLISH);

  private Languages() {}

  /** Japanese, unless the header prefers English. */
  public static Locale of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.JAPANESE;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return best == null ? Locale.JAPANESE : best;
    } catch (IllegalArgumentException e) {
      return Locale.JAPANESE;
    }
  }
}
