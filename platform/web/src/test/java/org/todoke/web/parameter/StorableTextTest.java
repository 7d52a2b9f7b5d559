package org.todoke.web.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "八幡浜市", "a\tb\r\nc", "𠮷", "e\u0301", "~", "　"})
  void textThatAPersonWritesIsTaken(String text) {
    assertThat(StorableText.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\u0001", "\u001f", "\u007f", "\ud842", "a\ud842b", "\udfb7"})
  void textThatCannotBeKeptAsItIsIsNot(String text) {
    assertThat(StorableText.is(text)).isFalse();
  }
}
