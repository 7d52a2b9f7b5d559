package org.todoke.notice.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.messaging.Outbox;
import org.todoke.notice.deadline.TierDates;

/**
 * Puts the date of a notice off, for everybody whose date is that of the issuer. Who was given an
 * earlier one by somebody on the way keeps it: that is between those two. An answer that is there
 * already is judged by the new date. The same statements for one and for a nation.
 */
@ApplicationScoped
public class ExtendDates {

  private static final String REMEMBER =
      """
      insert into deadline_extension (notice_id, extended_by, former, present, extended_at)
      select :notice, :by, f.day, :present, :now from unnest(cast(:formers as date[])) f (day)
      """;

  private static final String MOVE =
      """
      with moved as (
        update delivery d set
          seq = d.seq + 1,
          due_on = :present,
          answered_on_time = case when d.answered_at is null then d.answered_on_time
            else cast(d.answered_at at time zone 'Asia/Tokyo' as date) <= :present end
        where d.notice_id = :notice and d.due_on < :present
          and d.due_on = date_of_tier(cast(:former as date), cast(:formerByTier as jsonb), d.tier)
        returning d.organization, d.tier, d.seq, old.due_on as former_due_on
      ), told as (
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        select :notice, m.organization, m.seq, 'delivery.due-changed', :now, :now, :issuer,
          jsonb_build_object('formerDueOn', m.former_due_on, 'dueOn', cast(:present as date),
            'by', cast(:issuer as text), 'extendedBy', cast(:by as uuid))
        from moved m
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'delivery.due-changed', cast(:notice as text) || '/' || m.organization,
        cast(:notice as text) || '/' || m.organization, m.seq, :now, :now, cast(:notice as text),
        cast(:causation as text), cast(:trace as text),
        json_build_object('noticeId', cast(:notice as uuid), 'organization', m.organization,
          'tier', m.tier, 'formerDueOn', m.former_due_on, 'dueOn', cast(:present as date),
          'by', cast(:issuer as text), 'extendedBy', cast(:by as uuid))
      from moved m
      """;

  private final EntityManager em;
  private final TakeOver deliveries;
  private final Outbox outbox;

  ExtendDates(EntityManager em, TakeOver deliveries, Outbox outbox) {
    this.em = em;
    this.deliveries = deliveries;
    this.outbox = outbox;
  }

  /**
   * One extension.
   *
   * @param notice whose date is put off
   * @param by the notice that says so
   * @param former the dates of its tiers until then; those that lie later are left alone
   */
  public record Extension(
      UUID notice, UUID by, OrganizationCode issuer, TierDates former, LocalDate present) {}

  /**
   * @param causation the event that tells of it
   * @return for how many the date is another now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int extend(Extension extension, UUID causation, Instant now) {
    deliveries.lock(extension.notice());
    em.createNativeQuery(REMEMBER)
        .setParameter("notice", extension.notice())
        .setParameter("by", extension.by())
        .setParameter(
            "formers", extension.former().before(extension.present()).toArray(LocalDate[]::new))
        .setParameter("present", extension.present())
        .setParameter("now", now)
        .executeUpdate();
    int moved =
        em.createNativeQuery(MOVE)
            .setParameter("notice", extension.notice())
            .setParameter("by", extension.by())
            .setParameter("issuer", extension.issuer().value())
            .setParameter("former", extension.former().earliest())
            .setParameter("formerByTier", extension.former().byTierJson())
            .setParameter("present", extension.present())
            .setParameter("causation", causation.toString())
            .setParameter("trace", outbox.traceParent().orElse(null))
            .setParameter("now", now)
            .executeUpdate();
    outbox.wakeRelay();
    return moved;
  }
}
