package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockProducerTest {

  private static final Clock MACHINE =
      Clock.fixed(Instant.parse("2013-07-11T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void timeOfARehearsalRunsAhead() {
    assertThat(ClockProducer.moved(MACHINE, Duration.ofDays(14)).instant())
        .isEqualTo("2013-07-25T00:00:00Z");
  }

  @Test
  void timeNeverRunsBehind() {
    assertThatThrownBy(() -> ClockProducer.moved(MACHINE, Duration.ofDays(-1)))
        .hasMessageContaining("todoke.clock.ahead");
  }
}
