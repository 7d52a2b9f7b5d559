package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView.Delegation;

/** To which of its departments an addressee gave its copy: what the last fact about it says. */
@ApplicationScoped
class Delegations {

  /** A column for a row {@code d} of deliveries. */
  static final String COLUMN =
      """
      (select cast(json_build_object('department', f.data ->> 'department', 'since', f.time)
          as text)
        from fact f where f.notice_id = d.notice_id and f.organization = d.organization
          and f.type = 'delivery.delegated'
        order by f.seq desc limit 1)
      """;

  private final EntityManager em;
  private final StoredViews views;

  Delegations(EntityManager em, StoredViews views) {
    this.em = em;
    this.views = views;
  }

  Optional<Delegation> of(UUID notice, OrganizationCode organization) {
    Object text =
        em.createNativeQuery(
                "select "
                    + COLUMN
                    + " from delivery d where d.notice_id = :notice"
                    + " and d.organization = :organization",
                String.class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .getSingleResult();
    return Optional.ofNullable(views.delegation((String) text));
  }
}
