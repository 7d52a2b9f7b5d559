package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryExcused;
import org.todoke.messaging.EventEnvelope;

/**
 * Closes the assignments of excused deliveries. An excuse is kept, because it may be heard of
 * before its arrival. Being omitted by a forwarder ends with any later arrival by another route;
 * every other excuse is final, unless it is taken back, see {@link TakeReopenings}.
 */
@ApplicationScoped
class TakeExcuses {

  private static final String KEEP =
      """
      insert into delivery_excuse (notice_id, establishment, reason, by_organization, time, sequence, event_id)
      select distinct on (notice_id, establishment) *
      from json_to_recordset(cast(:excuses as json)) as e(
        notice_id uuid, establishment text, reason text, by_organization text, time timestamptz, sequence bigint,
        event_id text)
      order by notice_id, establishment, reason = 'omitted', sequence desc
      on conflict (notice_id, establishment) do update
      set reason = excluded.reason, by_organization = excluded.by_organization, time = excluded.time,
          sequence = excluded.sequence, event_id = excluded.event_id
      where (excluded.reason <> 'omitted' or delivery_excuse.reason = 'omitted')
        and (excluded.sequence > delivery_excuse.sequence
          or excluded.reason <> 'omitted' and delivery_excuse.reason = 'omitted')
      """;

  private static final String LOCK_EXCUSED =
      """
      select a.id, e.by_organization, e.time, e.event_id
      from json_to_recordset(cast(:keys as json)) as k(notice_id uuid, establishment text)
      join delivery_excuse e on e.notice_id = k.notice_id and e.establishment = k.establishment
      join assignment a on a.notice_id = k.notice_id and a.establishment = k.establishment
      where a.state = 'open' and (e.reason <> 'omitted' or e.sequence > a.arrival_sequence)
        and not exists (
          select from delivery_reopening r
          where r.notice_id = e.notice_id and r.establishment = e.establishment and r.sequence > e.sequence)
      order by a.notice_id, a.id
      for update of a
      """;

  private final EntityManager entities;
  private final CloseAssignments closing;

  TakeExcuses(EntityManager entities, CloseAssignments closing) {
    this.entities = entities;
    this.closing = closing;
  }

  private record Row(
      UUID notice_id,
      String establishment,
      String reason,
      String by_organization,
      String time,
      long sequence,
      String event_id) {}

  /** The notice and the establishment that an event of a delivery is about. */
  record Key(UUID notice_id, String establishment) {}

  /** An excuse with the event that told of it. */
  record Excuse(EventEnvelope event, DeliveryExcused data) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(List<Excuse> excuses) {
    if (excuses.isEmpty()) {
      return;
    }
    List<Row> rows =
        excuses.stream()
            .map(
                e ->
                    new Row(
                        e.data().noticeId(),
                        e.data().organization().value(),
                        e.data().reason().wireName(),
                        e.data().by().value(),
                        e.event().time().toString(),
                        e.event().sequence(),
                        e.event().id()))
            .toList();
    entities
        .createNativeQuery(KEEP)
        .setParameter("excuses", StoredJson.write(rows))
        .executeUpdate();
  }

  /** Closes what is open of these although it is excused. */
  @Transactional(Transactional.TxType.MANDATORY)
  void closeExcused(List<Key> keys) {
    @SuppressWarnings("unchecked")
    List<Tuple> excused =
        entities
            .createNativeQuery(LOCK_EXCUSED, Tuple.class)
            .setParameter("keys", StoredJson.write(keys))
            .getResultList();
    closing.close(
        excused.stream()
            .map(
                row ->
                    new CloseAssignments.Closing(
                        row.get(0, UUID.class),
                        new AssignmentState.Open()
                            .close(
                                ClosureReason.EXCUSED,
                                OrganizationCode.of(row.get(1, String.class)),
                                row.get(2, Instant.class)),
                        row.get(3, String.class)))
            .toList());
  }
}
