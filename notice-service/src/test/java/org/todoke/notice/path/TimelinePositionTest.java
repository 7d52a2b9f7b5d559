package org.todoke.notice.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinePositionTest {

  @Test
  void survivesTheWayThroughACursor() {
    var position =
        new TimelinePosition(
            Instant.parse("2013-07-17T01:02:03.123456Z"),
            1,
            "0b5b6c0e-6a0e-4d0c-9c3e-2f1f4a9a7d10",
            7);

    assertThat(TimelinePosition.parse(position.toString())).isEqualTo(position);
  }

  @Test
  void theBeginningLiesBeforeEverything() {
    assertThat(TimelinePosition.parse(TimelinePosition.BEGINNING.toString()))
        .isEqualTo(TimelinePosition.BEGINNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1 3  1", "x 0  1", "1 0  1; drop table fact", "1 0 z 1"})
  void whatWeDidNotWriteIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> TimelinePosition.parse(text));
  }
}
