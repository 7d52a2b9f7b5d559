package org.todoke.notice.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.NoticeIssued;
import org.todoke.messaging.Outbox;

/** Says that a notice is out, and under which id, because the arrivals name it as their cause. */
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
   * @return the id of the event, which is made beforehand: the outbox cannot be read by a caller
   */
  UUID issued(Notice notice, NoticeIssued said, long sequence, Instant now) {
    Object eventId =
        em.createNativeQuery(
                """
                with event as (
                  select uuidv7() as id
                ), published as (
                  insert into outbox (event_id, type, subject, partition_key, sequence, time,
                    recorded_time, correlation_id, traceparent, data)
                  select id, :type, :notice, :notice, :sequence, :now, :now, :notice,
                    cast(:trace as text), cast(:data as json)
                  from event
                )
                select id from event
                """)
            .setParameter("type", EventType.NOTICE_ISSUED.wireName())
            .setParameter("notice", notice.id().toString())
            .setParameter("sequence", sequence)
            .setParameter("now", now)
            .setParameter("trace", outbox.traceParent().orElse(null))
            .setParameter("data", write(said))
            .getSingleResult();
    outbox.wakeRelay();
    return (UUID) eventId;
  }

  private String write(NoticeIssued said) {
    try {
      return json.writeValueAsString(said);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the event cannot be written as JSON", e);
    }
  }
}
