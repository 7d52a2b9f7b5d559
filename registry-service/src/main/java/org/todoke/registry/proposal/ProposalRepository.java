package org.todoke.registry.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ChangeKind;

/** Proposals in the database, which shows none that the caller may not see. */
@ApplicationScoped
class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

  /** Where a page begins: the oldest come first. */
  record Position(Instant proposedAt, UUID id) {}

  List<Proposal> list(
      @Nullable OrganizationCode organization,
      @Nullable ChangeKind kind,
      @Nullable ProposalStatus state,
      @Nullable Position after,
      int rows) {
    return getEntityManager()
        .createQuery(
            """
            from Proposal p
             where (:organization is null or p.organization = :organization)
               and (:kind is null or p.kind = :kind)
               and (:state is null or p.state = :state)
               and (:afterId is null
                    or p.proposedAt > :afterTime or p.proposedAt = :afterTime and p.id > :afterId)
             order by p.proposedAt, p.id""",
            Proposal.class)
        .setParameter("organization", organization)
        .setParameter("kind", kind)
        .setParameter("state", state)
        .setParameter("afterId", after == null ? null : after.id())
        .setParameter("afterTime", after == null ? Instant.EPOCH : after.proposedAt())
        .setMaxResults(rows)
        .getResultList();
  }

  List<Proposal> open(OrganizationCode organization) {
    return list("organization = ?1 and state = ?2", organization, ProposalStatus.PROPOSED);
  }
}
