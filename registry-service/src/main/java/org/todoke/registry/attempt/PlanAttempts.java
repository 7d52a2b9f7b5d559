package org.todoke.registry.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Usage;
import org.todoke.contracts.event.DeliveryArrived;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.messaging.Outbox;

/**
 * Makes an attempt for everybody whom a notice has just reached in its inbox and who has an e-mail
 * contact that is good: one for each notice, by one statement however many there are. A second way
 * to the same reader makes none, nor what came by FAX or telephone, nor a test.
 */
@ApplicationScoped
public class PlanAttempts implements EventHandler {

  private static final String PLAN =
      """
      with arrived as (
        select * from jsonb_to_recordset(cast(:arrivals as jsonb)) as a (
          event_id text, notice_id uuid, organization text, tier text, usage text, sender text)
      ), made as (
        insert into attempt (id, notice_id, organization, ordinal, tier, usage, sender, channel,
          contact_id, state, seq, due_at, causation_id, created_at, changed_at)
        select uuidv7(), a.notice_id, a.organization, 1, a.tier, a.usage, a.sender, 'email', c.id,
          'created', 1, :now, a.event_id, :now, :now
        from arrived a
        cross join lateral (
          select c.id from contact c
          where c.organization = a.organization and c.channel = 'email' and c.state = 'active'
            and c.reachability <> 'unreachable'
          order by contact_rank(c.channel, c.reachability, c.department), c.id
          limit 1) c
        on conflict do nothing
        returning *
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'attempt.created', cast(m.id as text), cast(m.id as text), m.seq, :now, :now,
        cast(m.notice_id as text), m.causation_id, cast(:trace as text),
        json_build_object('attemptId', m.id, 'noticeId', m.notice_id,
          'organization', m.organization, 'tier', m.tier, 'sender', m.sender,
          'channel', m.channel)
      from made m
      """;

  private final EventDataReader reader;
  private final EntityManager em;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final Clock clock;

  PlanAttempts(
      EventDataReader reader, EntityManager em, Outbox outbox, ObjectMapper json, Clock clock) {
    this.reader = reader;
    this.em = em;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  /** As the statement takes it. */
  private record Row(
      String event_id,
      UUID notice_id,
      String organization,
      String tier,
      String usage,
      String sender) {}

  @Override
  public void handle(List<EventEnvelope> events) {
    List<Row> rows =
        events.stream()
            .filter(event -> event.type().equals(EventType.DELIVERY_ARRIVED.wireName()))
            .flatMap(
                event -> {
                  DeliveryArrived arrived = reader.read(event, DeliveryArrived.class);
                  return wantsMail(arrived) ? Stream.of(row(event, arrived)) : Stream.empty();
                })
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int made =
        em.createNativeQuery(PLAN)
            .setParameter("arrivals", write(rows))
            .setParameter("now", now)
            .setParameter("trace", outbox.traceParent().orElse(null))
            .executeUpdate();
    if (made > 0) {
      outbox.wakeRelay();
    }
  }

  private static boolean wantsMail(DeliveryArrived arrived) {
    return arrived.first() && arrived.channel() == Channel.INBOX && arrived.usage() != Usage.TEST;
  }

  private static Row row(EventEnvelope event, DeliveryArrived arrived) {
    return new Row(
        event.id(),
        arrived.noticeId(),
        arrived.organization().value(),
        arrived.tier().wireName(),
        arrived.usage().wireName(),
        arrived.from().value());
  }

  private String write(List<Row> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of our own cannot be written", e);
    }
  }
}
