package org.todoke.registry.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** What has become of a proposal. Only what is still open can be decided. */
sealed interface ProposalState {

  ProposalStatus status();

  /** Waits for a registrar. */
  record Proposed() implements ProposalState {

    Approved approve(OrganizationCode by, Instant at) {
      return new Approved(by, at);
    }

    Refused refuse(OrganizationCode by, Instant at, @Nullable String comment) {
      return new Refused(by, at, comment);
    }

    Withdrawn withdraw(OrganizationCode by, Instant at) {
      return new Withdrawn(by, at);
    }

    @Override
    public ProposalStatus status() {
      return ProposalStatus.PROPOSED;
    }
  }

  /**
   * In effect.
   *
   * @param by the organisation itself where the rule let it hold at once
   */
  record Approved(OrganizationCode by, Instant at) implements ProposalState {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.APPROVED;
    }
  }

  /** Never came into effect. */
  record Refused(OrganizationCode by, Instant at, @Nullable String comment)
      implements ProposalState {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.REFUSED;
    }
  }

  /** Taken back by whoever proposed it. */
  record Withdrawn(OrganizationCode by, Instant at) implements ProposalState {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.WITHDRAWN;
    }
  }
}
