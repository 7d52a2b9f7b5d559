package org.todoke.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Keeps a cursor opaque, so that nobody builds one. */
public final class Cursor {

  private Cursor() {}

  static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Refusal (malformed) if the text was not made by {@link #encode}
   */
  public static @Nullable String decode(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(Violation.at("query:cursor", "cursor.unknown"));
    }
  }
}
