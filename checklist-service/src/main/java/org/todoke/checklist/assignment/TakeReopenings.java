package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.event.ForwardingRejectionDeclined;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.Outbox;

/**
 * Opens the assignments again whose delivery was excused as gone to the wrong addressee, and is the
 * addressee's after all. What was being remedied goes on where it was. The news is kept, because it
 * may be heard of before the excuse that it ends.
 */
@ApplicationScoped
class TakeReopenings {

  private static final String KEEP =
      """
      insert into delivery_reopening (notice_id, establishment, sequence, by_organization, time, event_id)
      select distinct on (notice_id, establishment) *
      from json_to_recordset(cast(:reopenings as json)) as e(
        notice_id uuid, establishment text, sequence bigint, by_organization text, time timestamptz, event_id text)
      order by notice_id, establishment, sequence desc
      on conflict (notice_id, establishment) do update
      set sequence = excluded.sequence, by_organization = excluded.by_organization, time = excluded.time,
          event_id = excluded.event_id
      where excluded.sequence > delivery_reopening.sequence
      """;

  private static final String LOCK_EXCUSED =
      """
      select a.id from json_to_recordset(cast(:keys as json)) as k(notice_id uuid, establishment text)
      join delivery_reopening r on r.notice_id = k.notice_id and r.establishment = k.establishment
      join delivery_excuse e on e.notice_id = k.notice_id and e.establishment = k.establishment
        and e.sequence < r.sequence
      join assignment a on a.notice_id = k.notice_id and a.establishment = k.establishment
      where a.state = 'closed' and a.closure_reason = 'excused'
      order by a.notice_id, a.id
      for update of a
      """;

  private static final String REOPEN =
      """
      with incoming as (
        select a.id, a.notice_id, r.by_organization, r.time, r.event_id
        from json_to_recordset(cast(:assignments as json)) as i(id uuid)
        join assignment a on a.id = i.id
        join delivery_reopening r on r.notice_id = a.notice_id and r.establishment = a.establishment
      ), withdrawn as (
        select m.notice_id, m.id, m.assignment_id,
               row_number() over (partition by m.assignment_id order by m.id) as n
        from remediation m join incoming i on i.notice_id = m.notice_id and i.id = m.assignment_id
        where m.state = 'withdrawn' and m.withdrawal_reason = 'assignment-closed'
      ), reopened as (
        update assignment a
        set state = 'open', closure_reason = null, closed_by = null, closed_at = null,
            seq = a.seq + 1 + (select count(*) from withdrawn w where w.assignment_id = a.id)
        from incoming i
        where a.id = i.id and a.state = 'closed'
        returning new.*, old.seq as former_seq, i.by_organization, i.time, i.event_id
      ), resumed as (
        update remediation m
        set state = case when m.started_at is null then 'open' else 'in-progress' end,
            withdrawal_reason = null, withdrawn_at = null
        from withdrawn w join reopened o on o.id = w.assignment_id
        where m.notice_id = w.notice_id and m.id = w.id
        returning m.id, m.item_id, o.id as assignment_id, o.former_seq + 1 + w.n as sequence
      ), fact as (
        insert into assignment_fact (notice_id, assignment_id, kind, by_organization, time, recorded_time, details)
        select o.notice_id, o.id, 'reopened', o.by_organization, o.time, cast(:now as timestamptz), cast('{}' as jsonb)
        from reopened o
        union all
        select o.notice_id, o.id, 'remediation-opened', o.by_organization, o.time, cast(:now as timestamptz),
               jsonb_build_object('remediationId', r.id, 'itemId', r.item_id)
        from resumed r join reopened o on o.id = r.assignment_id
      ), said as (
        select 'assignment.reopened' as type, o.*, o.former_seq + 1 as sequence,
               json_build_object('assignmentId', o.id, 'noticeId', o.notice_id, 'checklistId', o.checklist_id,
                 'checklistVersion', o.checklist_version, 'establishment', o.establishment) as data
        from reopened o
        union all
        select 'remediation.opened', o.*, r.sequence,
               json_build_object('remediationId', r.id, 'assignmentId', o.id, 'noticeId', o.notice_id,
                 'checklistId', o.checklist_id, 'checklistVersion', o.checklist_version,
                 'establishment', o.establishment, 'itemId', r.item_id)
        from resumed r join reopened o on o.id = r.assignment_id
      )
      insert into outbox
        (type, subject, partition_key, sequence, time, recorded_time, correlation_id, causation_id, traceparent, data)
      select type, cast(id as text), cast(id as text), sequence, time, cast(:now as timestamptz),
             cast(notice_id as text), event_id, cast(:trace as text), data
      from said order by id, sequence
      """;

  private final EntityManager entities;
  private final Outbox outbox;
  private final Clock clock;

  TakeReopenings(EntityManager entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Row(
      UUID notice_id,
      String establishment,
      long sequence,
      String by_organization,
      String time,
      String event_id) {}

  private record Id(UUID id) {}

  /** That an excuse ended, with the event that told of it. */
  record Reopening(EventEnvelope event, ForwardingRejectionDeclined data) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(List<Reopening> reopenings) {
    if (reopenings.isEmpty()) {
      return;
    }
    List<Row> rows =
        reopenings.stream()
            .map(
                r ->
                    new Row(
                        r.data().noticeId(),
                        r.data().organization().value(),
                        r.event().sequence(),
                        r.data().by().value(),
                        r.event().time().toString(),
                        r.event().id()))
            .toList();
    entities
        .createNativeQuery(KEEP)
        .setParameter("reopenings", StoredJson.write(rows))
        .executeUpdate();
  }

  /** Opens what is closed of these although it is excused no more. */
  @Transactional(Transactional.TxType.MANDATORY)
  void reopen(List<TakeExcuses.Key> keys) {
    @SuppressWarnings("unchecked")
    List<Tuple> excused =
        entities
            .createNativeQuery(LOCK_EXCUSED, Tuple.class)
            .setParameter("keys", StoredJson.write(keys))
            .getResultList();
    if (excused.isEmpty()) {
      return;
    }
    entities
        .createNativeQuery(REOPEN)
        .setParameter(
            "assignments",
            StoredJson.write(excused.stream().map(row -> new Id(row.get(0, UUID.class))).toList()))
        .setParameter("now", clock.instant())
        .setParameter("trace", outbox.traceParent().orElse(null))
        .executeUpdate();
    outbox.wakeRelay();
  }
}
