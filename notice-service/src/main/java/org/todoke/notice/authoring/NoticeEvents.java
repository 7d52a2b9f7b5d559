package org.todoke.notice.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.EventData;
import org.todoke.messaging.Outbox;

/**
 * Writes down and says what happened to a notice as a whole, and under which id, because what
 * follows from it names that as its cause.
 */
@ApplicationScoped
class NoticeEvents {

  private final EntityManager em;
  private final Outbox outbox;
  private final ObjectMapper json;

  NoticeEvents(EntityManager em, Outbox outbox, ObjectMapper json) {
    this.em = em;
    this.outbox = outbox;
    this.json = json;
  }

  /**
   * What happened.
   *
   * @param details what is kept beyond the event: free text stays inside
   * @param causation the event that led to it
   */
  record Said(
      EventType type,
      long sequence,
      Instant time,
      Map<String, ?> details,
      EventData data,
      @Nullable UUID causation) {}

  /**
   * @param notice locked and flushed by this transaction
   * @return the id of the event, which is made beforehand: the outbox cannot be read by a caller
   */
  UUID say(Notice notice, Said said) {
    Object eventId =
        em.createNativeQuery(
                """
                with told as (
                  insert into notice_fact (notice_id, seq, type, time, recorded_time, actor, data)
                  values (:id, :sequence, :type, :now, :now, :actor, cast(:details as jsonb))
                ), event as (
                  select uuidv7() as id
                ), published as (
                  insert into outbox (event_id, type, subject, partition_key, sequence, time,
                    recorded_time, correlation_id, causation_id, traceparent, data)
                  select id, :type, :notice, :notice, :sequence, :now, :now, :notice,
                    cast(:causation as text), cast(:trace as text), cast(:data as json)
                  from event
                )
                select id from event
                """)
            .setParameter("id", notice.id())
            .setParameter("actor", notice.leadIssuer().value())
            .setParameter("details", write(said.details()))
            .setParameter("type", said.type().wireName())
            .setParameter("notice", notice.id().toString())
            .setParameter("sequence", said.sequence())
            .setParameter("now", said.time())
            .setParameter(
                "causation", said.causation() == null ? null : said.causation().toString())
            .setParameter("trace", outbox.traceParent().orElse(null))
            .setParameter("data", write(said.data()))
            .getSingleResult();
    outbox.wakeRelay();
    return (UUID) eventId;
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
