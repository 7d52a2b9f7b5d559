package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {

  @Test
  void standsStillUntilItIsMoved() {
    MutableClock clock = new MutableClock();
    assertThat(clock.instant()).isEqualTo(MutableClock.MORNING_OF_THE_NOTICE);

    clock.advance(Duration.ofDays(1));

    assertThat(clock.instant())
        .isEqualTo(MutableClock.MORNING_OF_THE_NOTICE.plus(Duration.ofDays(1)));
  }

  @Test
  void itsViewInAnotherZoneMovesWithIt() {
    MutableClock clock = new MutableClock();
    Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

    clock.advance(Duration.ofHours(2));

    assertThat(tokyo.instant()).isEqualTo(clock.instant());
    assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }
}
