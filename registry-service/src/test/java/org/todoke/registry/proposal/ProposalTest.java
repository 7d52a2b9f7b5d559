package org.todoke.registry.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.proposal.ProposalState.Approved;
import org.todoke.registry.proposal.ProposalState.Refused;
import org.todoke.registry.proposal.ProposalState.Withdrawn;
import org.todoke.web.Refusal;

class ProposalTest {

  private static final OrganizationCode HOME = OrganizationCode.of("kj:3870498114");
  private static final OrganizationCode CITY = OrganizationCode.of("lg:382043");
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-02T00:00:00Z");

  @Test
  void decisionSaysByWhomAndWhen() {
    Proposal approved = open(ChangeKind.NAME);
    Proposal refused = open(ChangeKind.NAME);
    Proposal withdrawn = open(ChangeKind.NAME);

    assertThat(approved.approve(CITY, LATER)).isTrue();
    assertThat(refused.refuse(CITY, LATER, "登記を確認してください")).isTrue();
    assertThat(withdrawn.withdraw(HOME, LATER)).isTrue();

    assertThat(approved.state()).isEqualTo(new Approved(CITY, LATER));
    assertThat(refused.state()).isEqualTo(new Refused(CITY, LATER, "登記を確認してください"));
    assertThat(withdrawn.state()).isEqualTo(new Withdrawn(HOME, LATER));
  }

  @Test
  void sameDecisionAgainChangesNothing() {
    Proposal proposal = open(ChangeKind.NAME);
    proposal.approve(CITY, NOW);

    assertThat(proposal.approve(HOME, LATER)).isFalse();

    assertThat(proposal.state()).isEqualTo(new Approved(CITY, NOW));
  }

  @Test
  void whatIsDecidedIsNotDecidedOtherwise() {
    List<Consumer<Proposal>> decisions =
        List.of(
            proposal -> proposal.approve(CITY, NOW),
            proposal -> proposal.refuse(CITY, NOW, null),
            proposal -> proposal.withdraw(HOME, NOW));
    for (Consumer<Proposal> first : decisions) {
      for (Consumer<Proposal> second : decisions) {
        if (first != second) {
          Proposal proposal = open(ChangeKind.NAME);
          first.accept(proposal);
          ProposalState state = proposal.state();

          assertThatThrownBy(() -> second.accept(proposal))
              .isInstanceOf(Refusal.class)
              .hasMessage("proposal.decided");

          assertThat(proposal.state()).isEqualTo(state);
        }
      }
    }
  }

  @Test
  void contactIsForgottenOnceItIsDecided() {
    for (ChangeKind kind : ChangeKind.values()) {
      Proposal proposal = open(kind);
      assertThat(proposal.change()).isNotNull();

      proposal.refuse(CITY, NOW, null);

      assertThat(proposal.change() == null).isEqualTo(kind == ChangeKind.CONTACT);
    }
  }

  private static Proposal open(ChangeKind kind) {
    return new Proposal(HOME, kind, "{\"name\":\"架空\"}", "{}", NOW);
  }
}
