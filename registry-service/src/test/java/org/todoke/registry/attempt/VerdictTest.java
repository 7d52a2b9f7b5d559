package org.todoke.registry.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;

class VerdictTest {

  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofHours(1));
  private static final Outcome BUSY = new Outcome.Later(AttemptFailure.BUSY, true);

  @Test
  void eachWaitIsUsedOnceAndThenTheChannelIsGivenUp() {
    assertThat(Verdict.of(BUSY, 1, WAITS, NOW).dueAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(Verdict.of(BUSY, 2, WAITS, NOW).dueAt()).isEqualTo(NOW.plusSeconds(3600));
    Verdict last = Verdict.of(BUSY, 3, WAITS, NOW);
    assertThat(last.state()).isEqualTo(AttemptState.PERMANENT_FAILURE);
    assertThat(last.dueAt()).isNull();
    assertThat(last.givesUpTheAddress()).isTrue();
  }

  @Test
  void ofOurOwnFaultNoAddressIsGivenUp() {
    Outcome away = new Outcome.Later(AttemptFailure.NO_CONNECTION, false);

    assertThat(away.isOurOwnFault()).isTrue();
    assertThat(Verdict.of(away, 3, WAITS, NOW).givesUpTheAddress()).isFalse();
  }

  @Test
  void whatIsTakenIsDone() {
    assertThat(Verdict.of(new Outcome.Taken(), 1, WAITS, NOW))
        .isEqualTo(new Verdict(AttemptState.SENT, null, null, false));
  }
}
