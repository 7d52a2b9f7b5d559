package org.todoke.notice.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.Refusal;

class EntryPositionTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "lg:382043"})
  void positionIsReadBackToTheMicrosecond(String organization) {
    EntryPosition position =
        new EntryPosition(Instant.parse("2013-07-11T00:00:00.123456Z"), organization, 7);

    assertThat(EntryPosition.parse(position.toString())).isEqualTo(position);
  }

  @Test
  void whatIsNoPositionIsRefused() {
    assertThatThrownBy(() -> EntryPosition.parse("x")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> EntryPosition.parse("1\u001flg:382043\u001fx"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
