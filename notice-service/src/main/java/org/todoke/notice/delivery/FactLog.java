package org.todoke.notice.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.todoke.messaging.Outbox;
import org.todoke.web.Refusal;

/** Appends what happened to one delivery: to its timeline, and to the events on their way out. */
@ApplicationScoped
public class FactLog {

  private final EntityManager em;
  private final Outbox outbox;
  private final ObjectMapper json;

  FactLog(EntityManager em, Outbox outbox, ObjectMapper json) {
    this.em = em;
    this.outbox = outbox;
    this.json = json;
  }

  /**
   * @param delivery locked by this transaction, or the order of its events would be anybody's guess
   * @return the id of the event, made beforehand: the outbox cannot be read by a caller
   * @throws Refusal (conflict) if the notice is over: then nothing happens to its deliveries. Who
   *     ends it in favour of a later version locks them first, so this statement sees that
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(Delivery delivery, Fact fact) {
    long seq = delivery.nextFact();
    List<?> eventIds =
        em.createNativeQuery(
                """
                with underway as (
                  select n.id as notice_id from notice n
                  where n.id = :notice and n.status = 'issued'
                ), told as (
                  insert into fact (notice_id, organization, seq, type, time, recorded_time, actor,
                    data)
                  select u.notice_id, :organization, :seq, :type, :time, :recorded, :actor,
                    cast(:details as jsonb)
                  from underway u
                ), event as (
                  select uuidv7() as id from underway
                ), published as (
                  insert into outbox (event_id, type, subject, partition_key, sequence, time,
                    recorded_time, correlation_id, causation_id, traceparent, data)
                  select id, :type, :key, :key, :seq, :time, :recorded, cast(:notice as text),
                    cast(:causation as text), cast(:trace as text), cast(:data as json)
                  from event
                )
                select id from event
                """)
            .setParameter("notice", delivery.noticeId())
            .setParameter("organization", delivery.organization().value())
            .setParameter("seq", seq)
            .setParameter("type", fact.type().wireName())
            .setParameter("time", fact.time())
            .setParameter("recorded", fact.recorded())
            .setParameter("actor", fact.actor().value())
            .setParameter("details", write(fact.details()))
            .setParameter("key", delivery.id().toString())
            .setParameter(
                "causation", fact.causation() == null ? null : fact.causation().toString())
            .setParameter("trace", outbox.traceParent().orElse(null))
            .setParameter("data", write(fact.event()))
            .getResultList();
    if (eventIds.isEmpty()) {
      throw OverNotice.refusal(status(delivery.noticeId()));
    }
    outbox.wakeRelay();
    return (UUID) eventIds.get(0);
  }

  private String status(UUID notice) {
    return (String)
        em.createNativeQuery("select status from notice where id = :notice", String.class)
            .setParameter("notice", notice)
            .getSingleResult();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
