package org.todoke.benchmarks.nation;

import java.util.HashMap;
import java.util.Map;

/** The same text in other characters, as people type it. */
final class Spelling {

  private static final String WIDE_KANA =
      "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー";
  private static final String NARROW_KANA =
      "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ";
  private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
  private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホウ";
  private static final String HALF_VOICED = "パピプペポ";
  private static final String HALF_UNVOICED = "ハヒフヘホ";

  /** Radicals that look like the characters and come along when text is copied out of a PDF. */
  private static final Map<Character, Character> RADICALS =
      Map.of('日', '⽇', '月', '⽉', '大', '⼤', '山', '⼭', '川', '⼮', '竹', '⽵', '木', '⽊');

  private static final Map<Character, String> NARROW = narrow();

  private Spelling() {}

  /** Digits, letters and signs of ASCII in full width. */
  static String wide(String text) {
    StringBuilder wide = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      wide.append(c == ' ' ? '　' : c > ' ' && c <= '~' ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }

  /** Katakana in half width, marks of voicing apart. */
  static String narrowKana(String text) {
    StringBuilder narrow = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      narrow.append(NARROW.getOrDefault(text.charAt(i), String.valueOf(text.charAt(i))));
    }
    return narrow.toString();
  }

  static String withRadicals(String text) {
    StringBuilder copied = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      copied.append(RADICALS.getOrDefault(text.charAt(i), text.charAt(i)).charValue());
    }
    return copied.toString();
  }

  private static Map<Character, String> narrow() {
    Map<Character, String> narrow = new HashMap<>();
    for (int i = 0; i < WIDE_KANA.length(); i++) {
      narrow.put(WIDE_KANA.charAt(i), NARROW_KANA.substring(i, i + 1));
    }
    for (int i = 0; i < VOICED.length(); i++) {
      narrow.put(VOICED.charAt(i), narrow.get(UNVOICED.charAt(i)) + 'ﾞ');
    }
    for (int i = 0; i < HALF_VOICED.length(); i++) {
      narrow.put(HALF_VOICED.charAt(i), narrow.get(HALF_UNVOICED.charAt(i)) + 'ﾟ');
    }
    return Map.copyOf(narrow);
  }
}
