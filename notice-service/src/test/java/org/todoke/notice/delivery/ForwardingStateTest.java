package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.notice.delivery.ForwardingState.Accepted;
import org.todoke.notice.delivery.ForwardingState.Forwarded;
import org.todoke.notice.delivery.ForwardingState.Received;
import org.todoke.notice.delivery.ForwardingState.Rejected;
import org.todoke.notice.delivery.ForwardingState.Requested;

class ForwardingStateTest {

  private static final Instant ONE = Instant.parse("2013-07-11T01:00:00Z");
  private static final Instant TWO = ONE.plusSeconds(60);
  private static final Instant THREE = TWO.plusSeconds(60);
  private static final Instant FOUR = THREE.plusSeconds(60);

  @Test
  void wayOfAPaperIsRequestedReceivedAcceptedForwarded() {
    Received received = new Requested().receive(ONE);
    Accepted accepted = received.acknowledge(TWO);
    Forwarded forwarded = accepted.forward(THREE);

    assertThat(forwarded).isEqualTo(new Forwarded(ONE, TWO, THREE));
  }

  @Test
  void paperCanBePassedOnBeforeAnybodySaysWhoDealsWithIt() {
    Forwarded forwarded = new Received(ONE).forward(TWO);

    assertThat(forwarded.acceptedAt()).isNull();
    assertThat(forwarded.acknowledge(THREE)).isEqualTo(new Forwarded(ONE, THREE, TWO));
    assertThat(forwarded.acknowledge(THREE).acknowledge(FOUR).acceptedAt()).isEqualTo(THREE);
  }

  @Test
  void onlyWhatWasJustReceivedCanBeSentBack() {
    assertThat(new Received(ONE).reject(TWO)).isEqualTo(new Rejected(ONE, TWO));
    assertThat(Accepted.class.getDeclaredMethods()).noneMatch(m -> m.getName().equals("reject"));
    assertThat(Forwarded.class.getDeclaredMethods()).noneMatch(m -> m.getName().equals("reject"));
  }

  @Test
  void nothingComesAfterARejection() {
    assertThat(new Rejected(ONE, TWO))
        .isNotInstanceOfAny(
            ForwardingState.Acknowledgeable.class, ForwardingState.Forwardable.class);
  }

  @ParameterizedTest
  @CsvSource({
    ",,,,, requested",
    "1,,,,, received",
    "1,1,,,, accepted",
    "1,,1,,, rejected",
    "1,,,1,, forwarded",
    "1,1,,1,, forwarded",
    "1,,,1,1, finalized",
    // The moments of what cannot have happened count for nothing.
    ",1,,1,1, requested",
  })
  void stateIsWorkedOutFromTheMoments(
      @Nullable String reached,
      @Nullable String acknowledged,
      @Nullable String rejected,
      @Nullable String forwarded,
      @Nullable String finalized,
      String state) {
    assertThat(
            ForwardingState.of(
                    at(reached), at(acknowledged), at(rejected), at(forwarded), at(finalized))
                .wireName())
        .isEqualTo(state);
  }

  private static @Nullable Instant at(@Nullable String given) {
    return given == null ? null : ONE;
  }
}
