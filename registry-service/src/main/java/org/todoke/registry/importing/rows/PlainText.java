package org.todoke.registry.importing.rows;

import java.text.Normalizer;

/**
 * Text without what two people write differently and mean the same: width, compatibility forms,
 * runs of white space, invisible characters. Dashes are not touched: in kana they are letters.
 */
final class PlainText {

  /**
   * Parts of characters that come out of PDF files in place of the characters, and that NFKC does
   * not know, unlike most of their kind (Unicode, EquivalentUnifiedIdeograph.txt).
   */
  private static final String RADICALS = "⻄西⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻭歯⻲亀⻣骨⻆角⻁虎";

  private PlainText() {}

  /** Without a copy where there is nothing to do, as in most cells. */
  static String of(String raw) {
    return isPlain(raw) ? raw : normalized(raw);
  }

  private static String normalized(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        space = true;
      } else if (!isInvisible(c)) {
        if (space && !plain.isEmpty()) {
          plain.append(' ');
        }
        space = false;
        plain.append(character(c));
      }
    }
    return plain.toString();
  }

  /** Whether it holds a character that stands for the same one in ordinary script. */
  static boolean hasRadical(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (isRadical(raw.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds a character that means something on one machine only (外字). */
  static boolean hasPrivateCharacter(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (Character.getType(raw.charAt(i)) == Character.PRIVATE_USE) {
        return true;
      }
    }
    return false;
  }

  /** Whether every character is one that is its own plain form, judged without normalising. */
  static boolean isPlain(String raw) {
    boolean space = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ') {
        if (space) {
          return false;
        }
        space = true;
      } else if (isOwnForm(c)) {
        space = false;
      } else {
        return false;
      }
    }
    return raw.isEmpty() || !space;
  }

  private static boolean isOwnForm(char c) {
    return c > ' ' && c < 0x7f
        || c >= '一' && c <= '\u9fff'
        || c >= 'ァ' && c <= 'ヾ'
        || c >= 'ぁ' && c <= 'ゖ'
        || c >= '、' && c <= '〒';
  }

  private static boolean isRadical(char c) {
    return c >= '\u2e80' && c <= '\u2fdf';
  }

  private static boolean isInvisible(char c) {
    return c >= '\u200b' && c <= '\u200f' || c == '\ufeff' || c == '\u00ad' || c == '\u2060';
  }

  private static char character(char c) {
    if (!isRadical(c)) {
      return c;
    }
    int at = RADICALS.indexOf(c);
    return at >= 0 && at % 2 == 0 ? RADICALS.charAt(at + 1) : c;
  }
}
