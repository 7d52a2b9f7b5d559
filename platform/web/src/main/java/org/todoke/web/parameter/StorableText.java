package org.todoke.web.parameter;

/**
 * What a text must not contain: the NUL that PostgreSQL cannot store, other control characters but
 * those that lay out a text, and halves of characters, which would silently become question marks.
 */
public final class StorableText {

  /** Of the violation. */
  public static final String CODE = "text.control-character";

  private StorableText() {}

  public static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? !isLayout(c) : c == '\u007f') {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLayout(char c) {
    return c == '\n' || c == '\r' || c == '\t';
  }
}
