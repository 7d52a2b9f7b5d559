package org.todoke.notice.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.todoke.notice.delivery.LockOrder;

/**
 * Makes the deliveries of a later version out of those of the former one, with what still counts. A
 * fixed number of statements, however many there are.
 */
@ApplicationScoped
public class TakeOver {

  private static final String PLACES =
      """
      insert into corporation_place (notice_id, corporation, municipality, prefecture)
      select cast(:notice as uuid), p.corporation, p.municipality, p.prefecture
      from corporation_place p where p.notice_id = :former
      """;

  /**
   * The audience is that of the former version as it is today: whoever came in later is in, whoever
   * is excused stays excused. Only an omission ends where the paper has to be passed on anew.
   */
  private static final String DELIVERIES =
      """
      insert into delivery (notice_id, organization, tier, prefecture, municipality, corporation,
        has_children, usage, due_on, checklist_id, more_checklists, asked, acknowledged_at, handled_by, rejected_at,
        forwarded_at, finalized_at, excused_reason, excused_at, excused_by, departments)
      select cast(:notice as uuid), o.organization, o.tier, o.prefecture, o.municipality,
        o.corporation, o.has_children, o.usage,
        case when :forwardings and o.due_on < coalesce(w.former_due_on, 'infinity')
          then least(o.due_on, w.due_on) else w.due_on end,
        case when o.tier = 'establishment' then cast(:checklist as uuid) end,
        case when o.tier = 'establishment' then cast(:moreChecklists as uuid[]) end, w.asked,
        case when :acknowledgements then o.acknowledged_at end,
        case when :acknowledgements then o.handled_by end,
        o.rejected_at,
        case when :forwardings then o.forwarded_at end,
        case when :forwardings then o.finalized_at end,
        case when e.stays then o.excused_reason end,
        case when e.stays then o.excused_at end,
        case when e.stays then o.excused_by end,
        o.departments
      from delivery o
      cross join lateral (
        select o.tier = any(cast(:asked as text[])) as asked,
          date_of_tier(cast(:formerDueOn as date), cast(:formerByTier as jsonb), o.tier)
            as former_due_on,
          case when o.has_children or o.tier = any(cast(:asked as text[]))
            then date_of_tier(cast(:dueOn as date), cast(:dueByTier as jsonb), o.tier) end
            as due_on) w
      cross join lateral (select :forwardings or o.excused_reason <> 'omitted' as stays) e
      where o.notice_id = :former
      order by o.organization
      """;

  private static final String CHILDREN =
      """
      insert into forwarding_child (notice_id, organization, child, disposition, channel, reason)
      select cast(:notice as uuid), f.organization, f.child, f.disposition, f.channel, f.reason
      from forwarding_child f where f.notice_id = :former
      """;

  private final EntityManager em;

  TakeOver(EntityManager em) {
    this.em = em;
  }

  /** Nobody does anything about the former version from here on; whoever is at it goes first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(UUID notice) {
    em.createNativeQuery(
            "select count(*) from (select d.organization from delivery d where d.notice_id = :notice"
                + " order by "
                + LockOrder.SQL
                + " for no key update) locked",
            Long.class)
        .setParameter("notice", notice)
        .getSingleResult();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void take(Terms terms) {
    em.createNativeQuery(PLACES)
        .setParameter("notice", terms.notice())
        .setParameter("former", terms.former())
        .executeUpdate();
    Query writing =
        em.createNativeQuery(DELIVERIES)
            .setParameter("notice", terms.notice())
            .setParameter("former", terms.former())
            .setParameter("acknowledgements", terms.acknowledgements())
            .setParameter("forwardings", terms.forwardings())
            .setParameter("formerDueOn", terms.formerDates().earliest())
            .setParameter("formerByTier", terms.formerDates().byTierJson());
    Terms.bind(writing, terms.dates(), terms.asked(), terms.checklists()).executeUpdate();
    if (terms.forwardings()) {
      em.createNativeQuery(CHILDREN)
          .setParameter("notice", terms.notice())
          .setParameter("former", terms.former())
          .executeUpdate();
    }
  }
}
