package org.todoke.registry.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standing;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.web.Refusal;

/**
 * Approves, refuses and withdraws. The same decision again changes nothing; what the caller cannot
 * see does not exist, and what it sees without the right to decide is forbidden.
 */
@ApplicationScoped
public class DecideProposal {

  private final ProposalRepository proposals;
  private final ReadProposals readProposals;
  private final ApplyChange applyChange;
  private final OrganizationRepository organizations;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final Clock clock;

  DecideProposal(
      ProposalRepository proposals,
      ReadProposals readProposals,
      ApplyChange applyChange,
      OrganizationRepository organizations,
      Standings standings,
      CurrentActor currentActor,
      Clock clock) {
    this.proposals = proposals;
    this.readProposals = readProposals;
    this.applyChange = applyChange;
    this.organizations = organizations;
    this.standings = standings;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  private record Case(Organization organization, Standing standing, Proposal proposal) {}

  /**
   * Brings it into effect.
   *
   * @throws Refusal (conflict) {@code proposal.stale} if what it changes was changed since
   */
  @Transactional
  public ProposalView approve(UUID id) {
    Case one = lock(id);
    requireApprover(one);
    ProposedChange change = changeOf(one.proposal());
    if (change != null && !one.organization().isActive()) {
      throw Refusal.conflict("organization.closed", one.organization().code());
    }
    if (one.proposal().approve(caller(), clock.instant()) && change != null) {
      if (!applyChange
          .readBasis(one.proposal().basedOn())
          .equals(applyChange.basisOf(one.organization(), change))) {
        throw Refusal.conflict("proposal.stale");
      }
      applyChange.apply(one.organization(), change);
    }
    return readProposals.get(id);
  }

  /**
   * @param comment for whoever proposed it; null for none
   */
  @Transactional
  public ProposalView refuse(UUID id, @Nullable String comment) {
    Case one = lock(id);
    requireApprover(one);
    one.proposal().refuse(caller(), clock.instant(), comment);
    return readProposals.get(id);
  }

  @Transactional
  public ProposalView withdraw(UUID id) {
    Case one = lock(id);
    if (!one.standing().proposesChangesOf(one.organization())) {
      throw Refusal.forbidden("proposal.not-yours");
    }
    one.proposal().withdraw(caller(), clock.instant());
    return readProposals.get(id);
  }

  private static void requireApprover(Case one) {
    if (!one.standing().mayChange(one.organization())) {
      throw Refusal.forbidden("proposal.not-yours");
    }
  }

  /** The organisation first, as whoever proposes does it. */
  private Case lock(UUID id) {
    Proposal seen =
        proposals.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("proposal.not-found"));
    Organization organization =
        organizations
            .lock(seen.organization())
            .orElseThrow(() -> Refusal.notFound("proposal.not-found"));
    // Somebody may have decided it while this transaction waited.
    proposals.getEntityManager().refresh(seen, LockModeType.PESSIMISTIC_WRITE);
    return new Case(organization, standings.towards(organization), seen);
  }

  private @Nullable ProposedChange changeOf(Proposal proposal) {
    return proposal.isOpen()
        ? applyChange.read(proposal.kind(), Objects.requireNonNull(proposal.change()))
        : null;
  }

  private OrganizationCode caller() {
    return currentActor.get().organization();
  }
}
