package org.todoke.registry.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standing;
import org.todoke.registry.organization.Standings;
import org.todoke.web.Cursor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Shows an organisation its own proposals, and those above it the ones that wait for them.
 * Row-level security holds back all others.
 */
@ApplicationScoped
public class ReadProposals {

  private final ProposalRepository proposals;
  private final ApplyChange applyChange;
  private final OrganizationRepository organizations;
  private final Standings standings;

  ReadProposals(
      ProposalRepository proposals,
      ApplyChange applyChange,
      OrganizationRepository organizations,
      Standings standings) {
    this.proposals = proposals;
    this.applyChange = applyChange;
    this.organizations = organizations;
    this.standings = standings;
  }

  /** The oldest first; what is null does not restrict. */
  @Transactional
  public Page<ProposalView> list(
      @Nullable OrganizationCode organization,
      @Nullable ChangeKind kind,
      @Nullable ProposalStatus state,
      PageRequest page) {
    Page<Proposal> found =
        Page.of(
            proposals.list(
                organization, kind, state, page.after(ReadProposals::position), page.rowsToRead()),
            page.limit(),
            proposal -> Cursor.join(proposal.proposedAt(), proposal.id()));
    Map<OrganizationCode, Organization> about =
        organizations
            .list(
                "code in ?1",
                found.items().stream()
                    .map(proposal -> proposal.organization().value())
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Organization::code, Function.identity()));
    Standing standing = standings.towards(about.values());
    return found.map(
        proposal -> {
          Organization its = about.get(proposal.organization());
          if (its == null) {
            throw new IllegalStateException("a proposal of nobody");
          }
          return view(proposal, its, standing);
        });
  }

  @Transactional
  public ProposalView get(UUID id) {
    Proposal proposal = proposals.findByIdOptional(id).orElseThrow(ReadProposals::notFound);
    Organization organization =
        organizations.find(proposal.organization()).orElseThrow(ReadProposals::notFound);
    return view(proposal, organization, standings.towards(organization));
  }

  private ProposalView view(Proposal proposal, Organization organization, Standing standing) {
    String change = proposal.change();
    return ProposalView.of(
        proposal,
        change == null ? null : applyChange.read(proposal.kind(), change),
        organization,
        standing);
  }

  private static ProposalRepository.Position position(String cursor) {
    List<String> parts = Cursor.parts(cursor, 2);
    return new ProposalRepository.Position(
        Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
  }

  private static Refusal notFound() {
    return Refusal.notFound("proposal.not-found");
  }
}
