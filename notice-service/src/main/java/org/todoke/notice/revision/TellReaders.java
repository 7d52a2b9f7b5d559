package org.todoke.notice.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.todoke.messaging.Outbox;
import org.todoke.notice.delivery.Arrivals;
import org.todoke.notice.delivery.Route;

/**
 * Sends a later version to everybody whom the former one had reached, from the issuer itself, and
 * says of each what counts still. All others wait for it as they waited for the former.
 */
@ApplicationScoped
public class TellReaders {

  /** Where forwardings count, so do the days that their letters gave, from this receipt on. */
  private static final String REACHED =
      """
      select d.organization, 'inbox', cast(null as uuid), cast('{}' as uuid[]), d.due_on,
        cast(null as text),
        case when :forwardings then (select min(a.allowance) from arrival a
          where a.notice_id = o.notice_id and a.organization = o.organization) end
      from delivery o
      join delivery d on d.notice_id = :notice and d.organization = o.organization
      where o.notice_id = :former and o.reached_at is not null
      """;

  private static final String CARRIED =
      """
      with carried as (
        select d.organization, d.acknowledged_at is not null as acknowledged,
          d.rejected_at is not null as rejected, d.forwarded_at is not null as forwarded,
          case when o.checklist_id is not null and d.checklist_id is not null
            then cast(:answer as text) end as answer
        from delivery o
        join delivery d on d.notice_id = :notice and d.organization = o.organization
        where o.notice_id = :former and o.reached_at is not null
      ), counted as (
        update delivery d set seq = d.seq + 1
        from carried c
        where d.notice_id = :notice and d.organization = c.organization
          and (c.acknowledged or c.rejected or c.forwarded or c.answer is not null)
        returning d.organization, d.tier, d.seq, c.acknowledged, c.rejected, c.forwarded, c.answer
      ), told as (
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        select :notice, c.organization, c.seq, 'delivery.carried-over', :now, :now, :issuer,
          jsonb_strip_nulls(jsonb_build_object('formerNoticeId', cast(:former as uuid),
            'acknowledged', c.acknowledged, 'rejected', c.rejected, 'forwarded', c.forwarded,
            'answer', c.answer))
        from counted c
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'delivery.carried-over', cast(:notice as text) || '/' || c.organization,
        cast(:notice as text) || '/' || c.organization, c.seq, :now, :now, cast(:notice as text),
        cast(:causation as text), cast(:trace as text),
        json_strip_nulls(json_build_object('noticeId', cast(:notice as uuid),
          'organization', c.organization, 'tier', c.tier, 'formerNoticeId', cast(:former as uuid),
          'by', cast(:issuer as text), 'acknowledged', c.acknowledged, 'rejected', c.rejected, 'forwarded', c.forwarded,
          'answer', c.answer))
      from counted c
      """;

  /** By the clock of what happened, each is excused since it was excused from the former. */
  private static final String EXCUSED =
      """
      with excused as (
        update delivery d set seq = d.seq + 1
        where d.notice_id = :notice and d.excused_reason is not null
        returning d.organization, d.tier, d.seq, d.excused_reason, d.excused_at, d.excused_by
      ), told as (
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        select :notice, e.organization, e.seq, 'delivery.excused', e.excused_at, :now, :issuer,
          jsonb_build_object('excuse', e.excused_reason, 'by', e.excused_by,
            'formerNoticeId', cast(:former as uuid))
        from excused e
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'delivery.excused', cast(:notice as text) || '/' || e.organization,
        cast(:notice as text) || '/' || e.organization, e.seq, e.excused_at, :now,
        cast(:notice as text), cast(:causation as text), cast(:trace as text),
        json_build_object('noticeId', cast(:notice as uuid), 'organization', e.organization,
          'tier', e.tier, 'reason', e.excused_reason, 'by', e.excused_by)
      from excused e
      """;

  private final EntityManager em;
  private final Arrivals arrivals;
  private final Outbox outbox;

  TellReaders(EntityManager em, Arrivals arrivals, Outbox outbox) {
    this.em = em;
    this.arrivals = arrivals;
    this.outbox = outbox;
  }

  /**
   * @param causation the event by which the later version was issued
   * @return how many it reached by that
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int tell(Terms terms, UUID causation, Instant now) {
    int reached =
        arrivals.recordWithAllowances(
            new Route(terms.notice(), terms.issuer(), now, now, causation),
            REACHED,
            Map.of("former", terms.former(), "forwardings", terms.forwardings()));
    String answer = terms.answer() == null ? null : terms.answer().wireName();
    bind(CARRIED, terms, causation, now).setParameter("answer", answer).executeUpdate();
    bind(EXCUSED, terms, causation, now).executeUpdate();
    outbox.wakeRelay();
    return reached;
  }

  private Query bind(String sql, Terms terms, UUID causation, Instant now) {
    return em.createNativeQuery(sql)
        .setParameter("notice", terms.notice())
        .setParameter("former", terms.former())
        .setParameter("issuer", terms.issuer().value())
        .setParameter("causation", causation.toString())
        .setParameter("trace", outbox.traceParent().orElse(null))
        .setParameter("now", now);
  }
}
