package org.todoke.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a cursor opaque, so that nobody builds one. */
public final class Cursor {

  private static final char SEPARATOR = '\u001f';

  private Cursor() {}

  /** A position that needs several values, for {@link Page#of}; taken apart by {@link #parts}. */
  public static String join(Object... values) {
    StringBuilder position = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      position.append(i == 0 ? "" : SEPARATOR).append(values[i]);
    }
    return position.toString();
  }

  /**
   * Takes a joined position apart.
   *
   * @throws Refusal (malformed) if the position has another number of values
   */
  public static List<String> parts(String position, int count) {
    List<String> parts = List.of(position.split(String.valueOf(SEPARATOR), -1));
    if (parts.size() != count) {
      throw unknown();
    }
    return parts;
  }

  static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what a caller sent; null for the first page.
   *
   * @throws Refusal (malformed) if the text was not made by {@link #encode}
   */
  public static @Nullable String decode(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String position =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (position.chars().allMatch(c -> c == SEPARATOR || !Character.isISOControl(c))) {
        return position;
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Told below, in the one way for all that is no cursor of ours.
    }
    throw unknown();
  }

  /** What a cursor that was made up, or made for another list, is answered with. */
  static Refusal unknown() {
    return Refusal.malformed(Violation.at("query:cursor", "cursor.unknown"));
  }
}
