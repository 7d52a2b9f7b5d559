package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.messaging.Outbox;

/**
 * Records that a notice has reached organisations, one or a hundred thousand with the same
 * statement: the arrival, what it does to the delivery, the fact and the event. Somebody who has an
 * arrival from the same sender gets no second one.
 */
@ApplicationScoped
public class Arrivals {

  /**
   * The first arrival makes the delivery a reached one, and takes back that somebody else had left
   * it out; every arrival can bring the date forward, none can put it off.
   */
  private static final String RECORD =
      """
      with source (organization, channel, cover_letter_id, letters, due_on, note, allowance) as (
        %s
      ), arrived as (
        insert into arrival (notice_id, organization, from_organization, channel, cover_letter_id,
          letters, due_on, allowance, time, recorded_time, recorded_by, note)
        select cast(:notice as uuid), s.organization, :from, s.channel, s.cover_letter_id, s.letters,
          s.due_on, s.allowance, :time, :recorded, :from, s.note
        from source s
        on conflict do nothing
        returning organization, channel, cover_letter_id, due_on, note
      ), reached as (
        update delivery d set
          seq = d.seq + 1,
          reached_at = least(d.reached_at, :time),
          due_on = least(d.due_on, a.due_on),
          excused_reason = nullif(d.excused_reason, 'omitted'),
          excused_at = case when d.excused_reason = 'omitted' then null else d.excused_at end,
          excused_by = case when d.excused_reason = 'omitted' then null else d.excused_by end
        from arrived a
        where d.notice_id = :notice and d.organization = a.organization
        returning d.organization, d.tier, d.prefecture, d.municipality, d.corporation, d.usage,
          d.due_on, old.due_on as former_due_on, d.checklist_id, d.more_checklists, d.seq,
          old.reached_at is null as first,
          case when old.excused_reason = 'omitted' then old.excused_reason end as lifted,
          a.channel, a.cover_letter_id, a.note
      ), told as (
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        select :notice, r.organization, r.seq, 'delivery.arrived', :time, :recorded, :from,
          jsonb_strip_nulls(jsonb_build_object('from', cast(:from as text), 'channel', r.channel,
            'first', r.first, 'coverLetterId', r.cover_letter_id, 'dueOn', r.due_on,
            'liftedExcuse', r.lifted, 'note', r.note))
            || case when r.former_due_on is distinct from r.due_on
              then jsonb_build_object('formerDueOn', r.former_due_on)
              else cast('{}' as jsonb) end
        from reached r
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'delivery.arrived', cast(:notice as text) || '/' || r.organization,
        cast(:notice as text) || '/' || r.organization, r.seq, :time, :recorded,
        cast(:notice as text), cast(:causation as text), cast(:trace as text),
        json_strip_nulls(json_build_object('noticeId', cast(:notice as uuid),
          'organization', r.organization, 'tier', r.tier, 'prefecture', r.prefecture,
          'municipality', r.municipality, 'corporation', r.corporation, 'from', cast(:from as text),
          'channel', r.channel, 'first', r.first, 'usage', r.usage, 'dueOn', r.due_on,
          'checklistId', r.checklist_id, 'moreChecklistIds', r.more_checklists))
      from reached r
      """;

  /** The days that a letter gives go with it. */
  private static final String BY_LETTER =
      """
      select s.*, (select c.allowance from cover_letter c where c.id = s.cover_letter_id)
      from (%s) s (organization, channel, cover_letter_id, letters, due_on, note)
      """;

  private final EntityManager em;
  private final Outbox outbox;

  Arrivals(EntityManager em, Outbox outbox) {
    this.em = em;
    this.outbox = outbox;
  }

  /**
   * @param source a query for the rows (organization, channel, cover_letter_id, letters, due_on,
   *     note); may use {@code :notice} and {@code :from}
   * @param parameters what else the query uses
   * @return how many arrivals were new
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int record(
      Route route, String source, Map<String, ? extends @Nullable Object> parameters) {
    return recordWithAllowances(route, BY_LETTER.formatted(source), parameters);
  }

  /**
   * The same for a source that says by itself which allowance goes with it.
   *
   * @param source as above, and for each row the allowance besides
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int recordWithAllowances(
      Route route, String source, Map<String, ? extends @Nullable Object> parameters) {
    Query query =
        em.createNativeQuery(RECORD.formatted(source))
            .setParameter("notice", route.notice())
            .setParameter("from", route.from().value())
            .setParameter("time", route.time())
            .setParameter("recorded", route.recorded())
            .setParameter(
                "causation", route.causation() == null ? null : route.causation().toString())
            .setParameter("trace", outbox.traceParent().orElse(null));
    parameters.forEach(query::setParameter);
    int recorded = query.executeUpdate();
    if (recorded > 0) {
      outbox.wakeRelay();
    }
    return recorded;
  }
}
