package org.todoke.notice.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.forwarding.ForwardingPlan.Entry;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;

/**
 * Holds a plan against the audience: everybody named is in it and below the forwarder, and nobody
 * who has to be accounted for is forgotten. Two queries, however many there are.
 */
@ApplicationScoped
class ForwardingChecks {

  /** So many of those forgotten are named; the total always is. */
  static final int NAMED = 20;

  private static final String STRANGERS =
      """
      select e.position, o.code is not null,
        case o.kind
          when 'corporation' then exists (select from organization e2
            where e2.corporation = o.code and e2.state = 'active'
              and :viewer in (e2.municipality, e2.prefecture))
          when 'association' then o.parent = :viewer
          else :viewer in (o.prefecture, o.municipality, o.corporation)
        end is true
      from unnest(cast(:codes as text[])) with ordinality e (code, position)
      left join organization o on o.code = e.code
      where not exists (select from delivery d
        where d.notice_id = :notice and d.organization = e.code and d.organization <> :viewer
          and %s)
      order by e.position
      """;

  private final EntityManager em;

  ForwardingChecks(EntityManager em) {
    this.em = em;
  }

  void judge(UUID notice, Standing forwarder, ForwardingPlan plan, Checks checks) {
    strangers(notice, forwarder, plan, checks);
    if (!plan.allOthers() && forwarder.kind() != null) {
      forgotten(notice, forwarder, forwarder.kind(), plan, checks);
    }
  }

  /** Those named who are not below the forwarder, each told why. */
  @SuppressWarnings("unchecked")
  private void strangers(UUID notice, Standing forwarder, ForwardingPlan plan, Checks checks) {
    if (plan.entries().isEmpty()) {
      return;
    }
    List<Object[]> rows =
        em.createNativeQuery(STRANGERS.formatted(forwarder.below("d")), Object[].class)
            .setParameter("notice", notice)
            .setParameter("viewer", forwarder.organization().value())
            .setParameter("codes", codes(plan))
            .getResultList();
    for (Object[] row : rows) {
      Entry entry = plan.entries().get(((Number) row[0]).intValue() - 1);
      boolean known = (Boolean) row[1];
      boolean below = (Boolean) row[2];
      checks.add(
          entry.pointer(),
          !known
              ? "organization.unknown"
              : below ? "forwarding.not-in-audience" : "forwarding.not-below",
          entry.code().value());
    }
  }

  @SuppressWarnings("unchecked")
  private void forgotten(
      UUID notice, Standing forwarder, OrganizationKind kind, ForwardingPlan plan, Checks checks) {
    Query query =
        em.createNativeQuery(
                "select c.organization, count(*) over () from ("
                    + Children.of(kind)
                    + """
                      ) c where not exists (
                        select from unnest(cast(:codes as text[])) e (code)
                        where e.code = c.organization)
                      order by c.organization limit
                    """
                    + NAMED,
                Object[].class)
            .setParameter("notice", notice)
            .setParameter("forwarder", forwarder.organization().value())
            .setParameter("codes", codes(plan));
    List<Object[]> rows = query.getResultList();
    if (!rows.isEmpty()) {
      String named = rows.stream().map(row -> (String) row[0]).collect(Collectors.joining(", "));
      checks.add("/to", "forwarding.children-unaccounted", rows.get(0)[1], named);
    }
  }

  private static String[] codes(ForwardingPlan plan) {
    return plan.entries().stream().map(entry -> entry.code().value()).toArray(String[]::new);
  }
}
