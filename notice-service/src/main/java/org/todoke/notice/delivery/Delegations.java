package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView.Delegation;

/** To which of its departments an addressee gave its copy: what the last fact about it says. */
@ApplicationScoped
class Delegations {

  private static final String LAST =
      """
      select f.data ->> 'department', f.time from fact f
      where f.notice_id = :notice and f.organization = :organization
        and f.type = 'delivery.delegated'
      order by f.seq desc limit 1
      """;

  private final EntityManager em;

  Delegations(EntityManager em) {
    this.em = em;
  }

  Optional<Delegation> of(UUID notice, OrganizationCode organization) {
    List<?> rows =
        em.createNativeQuery(LAST, Object[].class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .getResultList();
    return rows.stream().findFirst().map(row -> delegation((Object[]) row));
  }

  private static Delegation delegation(Object[] row) {
    return new Delegation((String) row[0], Objects.requireNonNull(DeliveryRows.instant(row[1])));
  }
}
