package org.todoke.web.file;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which characters CP932 can hold, and what stands in for the others: 〓, as in print. A few have
 * two codes in Unicode and one in CP932, whose other code Windows reads it as; those are no loss
 * and are not told. Not for use by several threads.
 */
public final class Cp932 {

  static final String GETA = "〓";

  /** Row 1 of JIS X 0208 as Unicode maps it, and as Windows does. */
  private static final Map<Integer, String> SAME =
      Map.of(
          (int) '〜', "～", (int) '−', "－", (int) '—', "―", (int) '‖', "∥", (int) '¢', "￠", (int) '£',
          "￡", (int) '¬', "￢", (int) '¥', "￥");

  private static final Charset CHARSET = FileEncoding.CP932.charset();

  private final CharsetEncoder encoder = CHARSET.newEncoder();

  /** The text as it will be read back from the file. */
  public String writable(String text) {
    if (holds(text)) {
      return text;
    }
    StringBuilder written = new StringBuilder(text.length());
    composed(text)
        .forEach(
            character -> {
              String replaced = SAME.getOrDefault(character, Character.toString(character));
              written.append(holds(replaced) ? replaced : GETA);
            });
    return written.toString();
  }

  /** The characters that are lost, each once. */
  public Set<String> unwritable(String text) {
    Set<String> lost = new LinkedHashSet<>();
    if (!holds(text)) {
      composed(text)
          .filter(c -> !SAME.containsKey(c) && !holds(Character.toString(c)))
          .forEach(c -> lost.add(Character.toString(c)));
    }
    return lost;
  }

  /** Java also writes what only looks alike, such as ≫ for », which nobody would be told of. */
  private boolean holds(String text) {
    return encoder.canEncode(text) && new String(text.getBytes(CHARSET), CHARSET).equals(text);
  }

  /** か with a mark of its own is the が that CP932 has. */
  private static IntStream composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints();
  }
}
