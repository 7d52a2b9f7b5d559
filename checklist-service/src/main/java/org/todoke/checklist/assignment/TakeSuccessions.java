package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.CarriedAnswer;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryCarriedOver;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.Outbox;

/**
 * Follows an establishment from one version of a notice to the next. What was answered until then
 * comes along; from then on answers are taken for the later one only. The news is kept until both
 * assignments are there, because either may be heard of last.
 */
@ApplicationScoped
class TakeSuccessions {

  private static final String KEEP =
      """
      insert into delivery_succession (notice_id, establishment, former_notice_id, answer, by_organization, time,
        event_id)
      select e.* from json_to_recordset(cast(:successions as json)) as e(
        notice_id uuid, establishment text, former_notice_id uuid, answer text, by_organization text,
        time timestamptz, event_id text)
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      with pending as (
        %s
      )
      select count(*) from (
        select a.id from assignment a
        where a.id in (select p.id from pending p union all select p.former_id from pending p)
        order by a.notice_id, a.id
        for update) locked
      """
          .formatted(CarryAnswers.PENDING);

  private static final String FORMER_OPEN =
      """
      select f.id, s.by_organization, s.time, s.event_id
      from (
        select n.carried_over_from as id
        from json_to_recordset(cast(:keys as json)) as k(notice_id uuid, establishment text)
        join assignment n on n.notice_id = k.notice_id and n.establishment = k.establishment
        union
        select f.id from json_to_recordset(cast(:keys as json)) as k(notice_id uuid, establishment text)
        join assignment f on f.notice_id = k.notice_id and f.establishment = k.establishment) former
      join assignment f on f.id = former.id and f.state = 'open'
      join assignment n on n.id = f.carried_over_to
      join delivery_succession s on s.notice_id = n.notice_id and s.establishment = n.establishment
      order by f.notice_id, f.id
      for update of f
      """;

  private final EntityManager entities;
  private final CloseAssignments closing;
  private final Outbox outbox;
  private final Clock clock;

  TakeSuccessions(EntityManager entities, CloseAssignments closing, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.closing = closing;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Row(
      UUID notice_id,
      String establishment,
      UUID former_notice_id,
      String answer,
      String by_organization,
      String time,
      String event_id) {}

  /** A succession with the event that told of it. */
  record Succession(EventEnvelope event, DeliveryCarriedOver data, CarriedAnswer answer) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(List<Succession> successions) {
    if (successions.isEmpty()) {
      return;
    }
    List<Row> rows =
        successions.stream()
            .map(
                s ->
                    new Row(
                        s.data().noticeId(),
                        s.data().organization().value(),
                        s.data().formerNoticeId(),
                        s.answer().wireName(),
                        s.data().by().value(),
                        s.event().time().toString(),
                        s.event().id()))
            .toList();
    entities
        .createNativeQuery(KEEP)
        .setParameter("successions", StoredJson.write(rows))
        .executeUpdate();
  }

  /** Follows those of which both assignments are there now, and ends the former ones. */
  @Transactional(Transactional.TxType.MANDATORY)
  void follow(List<TakeExcuses.Key> keys) {
    String touched = StoredJson.write(keys);
    Object pending =
        entities
            .createNativeQuery(LOCK, Long.class)
            .setParameter("keys", touched)
            .getSingleResult();
    if (((Number) pending).longValue() == 0) {
      return;
    }
    entities
        .createNativeQuery(CarryAnswers.STATEMENT)
        .setParameter("keys", touched)
        .setParameter("now", clock.instant())
        .setParameter("trace", outbox.traceParent().orElse(null))
        .executeUpdate();
    @SuppressWarnings("unchecked")
    List<Tuple> open =
        entities
            .createNativeQuery(FORMER_OPEN, Tuple.class)
            .setParameter("keys", touched)
            .getResultList();
    closing.close(open.stream().map(TakeSuccessions::closing).toList());
    outbox.wakeRelay();
  }

  private static CloseAssignments.Closing closing(Tuple row) {
    return new CloseAssignments.Closing(
        row.get(0, UUID.class),
        new AssignmentState.Open()
            .close(
                ClosureReason.NOTICE_SUPERSEDED,
                OrganizationCode.of(row.get(1, String.class)),
                row.get(2, Instant.class)),
        row.get(3, String.class));
  }
}
