package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.event.DeliveryDueChanged;
import org.todoke.messaging.EventEnvelope;

/**
 * Puts dates off with those of the deliveries. A change is kept, because the arrival that told the
 * former date may be heard of after it. Whether an answer was on time follows from the date.
 */
@ApplicationScoped
class TakeDates {

  private static final String INCOMING =
      """
      from json_to_recordset(cast(:changes as json)) as i(
        notice_id uuid, establishment text, sequence bigint, former_due_on date, due_on date,
        by_organization text, extended_by uuid, time timestamptz)
      """;

  private static final String KEEP =
      """
      insert into delivery_due_change (notice_id, establishment, sequence, former_due_on, due_on)
      select i.notice_id, i.establishment, i.sequence, i.former_due_on, i.due_on %s
      on conflict do nothing
      """
          .formatted(INCOMING);

  /** One after the other, as the issuer put the date off: seldom is there more than one. */
  private static final String APPLY =
      """
      with incoming as (
        select distinct on (i.notice_id, i.establishment) i.*,
          first_value(i.former_due_on) over (
            partition by i.notice_id, i.establishment order by i.sequence) as since
        %s
        order by i.notice_id, i.establishment, i.sequence desc
      ), extended as (
        update assignment a set due_on = i.due_on
        from incoming i
        where a.notice_id = i.notice_id and a.establishment = i.establishment
          and a.due_on >= i.since and a.due_on < i.due_on
          and a.due_on in (
            select k.former_due_on from delivery_due_change k
            where k.notice_id = a.notice_id and k.establishment = a.establishment)
        returning new.notice_id, new.id, new.due_on, old.due_on as former_due_on,
          i.by_organization, i.extended_by, i.time
      )
      insert into assignment_fact
        (notice_id, assignment_id, kind, by_organization, time, recorded_time, details)
      select e.notice_id, e.id, 'due-date-extended', e.by_organization, e.time,
        cast(:now as timestamptz), jsonb_build_object('dueOn', e.due_on,
          'formerDueOn', e.former_due_on, 'extendedBy', e.extended_by)
      from extended e
      """
          .formatted(INCOMING);

  private final EntityManager entities;
  private final Clock clock;

  TakeDates(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  private record Row(
      UUID notice_id,
      String establishment,
      long sequence,
      String former_due_on,
      String due_on,
      String by_organization,
      UUID extended_by,
      String time) {}

  /** A change with the event that told of it. */
  record Change(EventEnvelope event, DeliveryDueChanged data) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void take(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    String rows =
        StoredJson.write(
            changes.stream()
                .map(
                    c ->
                        new Row(
                            c.data().noticeId(),
                            c.data().organization().value(),
                            c.event().sequence(),
                            c.data().formerDueOn().toString(),
                            c.data().dueOn().toString(),
                            c.data().by().value(),
                            c.data().extendedBy(),
                            c.event().time().toString()))
                .toList());
    entities.createNativeQuery(KEEP).setParameter("changes", rows).executeUpdate();
    entities
        .createNativeQuery(APPLY)
        .setParameter("changes", rows)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
