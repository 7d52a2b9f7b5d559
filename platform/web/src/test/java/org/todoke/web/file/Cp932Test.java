package org.todoke.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Cp932Test {

  private static final Charset CHARSET = FileEncoding.CP932.charset();

  private final Cp932 cp932 = new Cp932();

  @ParameterizedTest
  @ValueSource(strings = {"", "八幡浜市", "㈱髙﨑①Ⅱ", "ｶﾞ", "～－", "ー", "A1-2"})
  void whatItHoldsStays(String text) {
    assertThat(cp932.writable(text)).isEqualTo(text);
    assertThat(cp932.unwritable(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"𠮷野家, 〓野家, 𠮷", "梅の花🌸園, 梅の花〓園, 🌸", "é, 〓, é", "», 〓, »", "𠮷𠮷, 〓〓, 𠮷"})
  void whatItDoesNotHoldIsReplacedAndTold(String text, String written, String lost) {
    assertThat(cp932.writable(text)).isEqualTo(written);
    assertThat(cp932.unwritable(text)).containsExactly(lost);
  }

  @ParameterizedTest
  @CsvSource({"〜, ～", "1−2, 1－2", "—, ―", "¥1, ￥1", "カ\u3099, ガ"})
  void otherCodeOfTheSameCharacterIsNoLoss(String text, String written) {
    assertThat(cp932.writable(text)).isEqualTo(written);
    assertThat(cp932.unwritable(text)).isEmpty();
  }

  @Test
  void loneHalfOfACharacterIsReplaced() {
    assertThat(cp932.writable("a\ud842b")).isEqualTo("a〓b");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everythingThatIsWrittenIsReadBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(20), 0x20, 0x2FFFF)
              .filter(c -> c < 0xD800 || c > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      String written = cp932.writable(text);

      assertThat(new String(written.getBytes(CHARSET), CHARSET)).isEqualTo(written);
      assertThat(written.contains("〓"))
          .as(text)
          .isEqualTo(!cp932.unwritable(text).isEmpty() || text.contains("〓"));
    }
  }
}
