package org.todoke.registry.organization;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folds names so that width, kana, spaces and old forms of characters do not matter to a search,
 * and cuts them into the pairs of characters that the database indexes. Never shown, and free to
 * change with a migration that writes it anew.
 *
 * <p>Pairs, because most Japanese search words have two characters, which is one too few for
 * trigrams, and because pg_trgm sees no Japanese at all in a database with the locale C.
 */
public final class SearchKey {

  private static final int HIRAGANA_BELOW_KATAKANA = 0x60;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASH = Pattern.compile("[-‐‑‒–—―−ー~〜]");

  private static final Map<String, String> SHORT_FORMS =
      Map.of(
          "(株)", "株式会社",
          "(有)", "有限会社",
          "(同)", "合同会社",
          "(福)", "社会福祉法人",
          "(医)", "医療法人",
          "(社)", "社団法人",
          "(一社)", "一般社団法人",
          "(特非)", "特定非営利活動法人");

  /** Forms of one character that official names and what people type disagree on. */
  private static final Map<Integer, Integer> VARIANTS =
      pairs("髙高﨑崎德徳濵浜濱浜邊辺邉辺澤沢廣広國国嶋島瀨瀬冨富眞真櫻桜檮梼齋斎ゖけゕか");

  private SearchKey() {}

  /** The folded name and, after a space, the folded reading. */
  public static String of(String name, @Nullable String kana) {
    return kana == null ? fold(name) : fold(name) + ' ' + fold(kana);
  }

  /** What the index holds of a key: every pair of neighbours, and each word's last character. */
  public static List<String> pairsOf(String key) {
    Set<String> pairs = new LinkedHashSet<>();
    for (String word : key.split(" ")) {
      int[] characters = word.codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        pairs.add(new String(characters, i, Math.min(2, characters.length - i)));
      }
    }
    return List.copyOf(pairs);
  }

  /** The words of a question, each folded; all of them have to be found. */
  static List<String> wordsOf(String question) {
    return Arrays.stream(SPACE.split(Normalizer.normalize(question, Normalizer.Form.NFKC)))
        .map(SearchKey::fold)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * A condition on the indexed pairs that everything with these words fulfils, as a tsquery: every
   * pair of each word. Hardly anything else fulfils it, so what fulfils it is worth counting.
   */
  static String queryOf(List<String> words) {
    Set<String> terms = new LinkedHashSet<>();
    for (String word : words) {
      int[] characters = word.codePoints().toArray();
      if (characters.length == 1) {
        terms.add(quoted(word) + ":*");
      }
      for (int i = 0; i + 1 < characters.length; i++) {
        terms.add(quoted(new String(characters, i, 2)));
      }
    }
    return String.join(" & ", terms);
  }

  private static String quoted(String lexeme) {
    return '\'' + lexeme.replace("\\", "\\\\").replace("'", "''") + '\'';
  }

  private static String fold(String text) {
    String plain =
        SPACE
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    for (Map.Entry<String, String> form : SHORT_FORMS.entrySet()) {
      plain = plain.replace(form.getKey(), form.getValue());
    }
    StringBuilder folded = new StringBuilder(plain.length());
    DASH.matcher(plain)
        .replaceAll("ー")
        .codePoints()
        .map(SearchKey::hiragana)
        .map(c -> VARIANTS.getOrDefault(c, c))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static int hiragana(int character) {
    return character >= 'ァ' && character <= 'ヶ' ? character - HIRAGANA_BELOW_KATAKANA : character;
  }

  private static Map<Integer, Integer> pairs(String oldAndNew) {
    int[] characters = oldAndNew.codePoints().toArray();
    var map = new java.util.HashMap<Integer, Integer>();
    for (int i = 0; i < characters.length; i += 2) {
      map.put(characters[i], characters[i + 1]);
    }
    return Map.copyOf(map);
  }
}
