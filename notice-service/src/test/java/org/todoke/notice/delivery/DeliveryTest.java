package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.web.Refusal;

class DeliveryTest {

  private static final OrganizationCode CITY = OrganizationCode.of("lg:382043");
  private static final OrganizationCode PREFECTURE = OrganizationCode.of("lg:380008");
  private static final Instant NOW = Instant.parse("2013-07-17T01:00:00Z");

  private final Delivery reached =
      Delivery.expected(UUID.randomUUID(), CITY, OrganizationKind.MUNICIPALITY, true).reached(NOW);

  @Test
  void secondAcknowledgementChangesNothing() {
    assertThat(reached.acknowledge("保健センター", NOW)).isTrue();
    assertThat(reached.acknowledge("somebody else", NOW.plusSeconds(1))).isFalse();
    assertThat(reached.state()).isEqualTo(new ForwardingState.Accepted(NOW, NOW));
  }

  @Test
  void whatNeverArrivedCannotBeAcknowledgedOrPassedOn() {
    Delivery expected =
        Delivery.expected(UUID.randomUUID(), CITY, OrganizationKind.MUNICIPALITY, true);

    assertThatThrownBy(() -> expected.acknowledge("x", NOW)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> expected.forward(NOW)).isInstanceOf(Refusal.class);
    assertThat(expected.state().wireName()).isEqualTo("requested");
  }

  @Test
  void whoDealsWithAPaperCannotSendItBack() {
    reached.acknowledge("保健センター", NOW);

    assertThatThrownBy(() -> reached.reject(NOW))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("delivery.already-accepted"));
  }

  @Test
  void secondRejectionChangesNothingAndClosesEverythingElse() {
    assertThat(reached.reject(NOW)).isTrue();
    assertThat(reached.reject(NOW.plusSeconds(1))).isFalse();
    assertThatThrownBy(() -> reached.acknowledge("x", NOW)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> reached.forward(NOW))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("delivery.rejected"));
  }

  @Test
  void paperIsPassedOnOnceAndByThoseWhoHaveSomebodyBelow() {
    reached.forward(NOW);
    assertThatThrownBy(() -> reached.forward(NOW))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("forwarding.already-forwarded"));

    Delivery childless =
        Delivery.expected(UUID.randomUUID(), CITY, OrganizationKind.ESTABLISHMENT, false)
            .reached(NOW);
    assertThatThrownBy(() -> childless.forward(NOW))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("forwarding.nobody-below"));
  }

  @Test
  void excuseStandsUntilItIsNoMoreThanAnOmission() {
    assertThat(reached.excuse(ExcuseReason.OMITTED, PREFECTURE, NOW)).isTrue();
    assertThat(reached.excuse(ExcuseReason.CLOSED, PREFECTURE, NOW)).isTrue();
    assertThat(reached.excuse(ExcuseReason.CLOSED, PREFECTURE, NOW)).isFalse();
    assertThatThrownBy(() -> reached.excuse(ExcuseReason.NOT_CONCERNED, PREFECTURE, NOW))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("delivery.already-excused"));
    assertThat(reached.excuseUnlessExcused(ExcuseReason.WRONG_ADDRESSEE, CITY, NOW)).isFalse();
  }
}
