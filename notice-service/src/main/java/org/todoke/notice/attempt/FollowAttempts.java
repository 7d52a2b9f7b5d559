package org.todoke.notice.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.AttemptFailed;
import org.todoke.contracts.event.AttemptRecorded;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;

/**
 * Keeps what registry-service tells of its attempts. Each fact once; the state of an attempt is
 * worked out from them, so that neither repetition nor disorder makes a difference. No delivery is
 * touched: nobody who acts on the paper waits for a mail. Three statements, however many events.
 */
@ApplicationScoped
public class FollowAttempts implements EventHandler {

  private static final String EVENTS =
      """
      from jsonb_to_recordset(cast(:events as jsonb)) as e (
        notice_id uuid, organization text, attempt_id uuid, seq bigint, tier text, channel text,
        sender text, state text, reason text, exhausted boolean, time timestamptz,
        recorded_time timestamptz)
      """;

  private static final String UNKNOWN =
      """
      select exists (
        select %s
        where not exists (select from delivery d
          where d.notice_id = e.notice_id and d.organization = e.organization))
      """
          .formatted(EVENTS);

  private static final String KEEP =
      """
      insert into delivery_attempt_fact (notice_id, organization, attempt_id, stream, seq, tier,
        channel, sender, state, reason, exhausted, time, recorded_time, actor)
      select e.notice_id, e.organization, e.attempt_id, 0, e.seq, e.tier, e.channel, e.sender,
        e.state, e.reason, e.exhausted, e.time, e.recorded_time, 'system'
      %s
      on conflict do nothing
      """
          .formatted(EVENTS);

  private static final String KEEP_TIERS =
      """
      insert into attempted_tier (notice_id, tier)
      select distinct e.notice_id, e.tier %s
      order by 1, 2
      on conflict do nothing
      """
          .formatted(EVENTS);

  private final EventDataReader reader;
  private final EntityManager em;
  private final ObjectMapper json;

  FollowAttempts(EventDataReader reader, EntityManager em, ObjectMapper json) {
    this.reader = reader;
    this.em = em;
    this.json = json;
  }

  /** As the statements take it. */
  private record Row(
      UUID notice_id,
      String organization,
      UUID attempt_id,
      long seq,
      String tier,
      String channel,
      String sender,
      String state,
      @Nullable String reason,
      boolean exhausted,
      Instant time,
      Instant recorded_time) {}

  @Override
  public void handle(List<EventEnvelope> events) {
    List<Row> rows = new ArrayList<>(events.size());
    events.forEach(event -> read(event).ifPresent(rows::add));
    if (rows.isEmpty()) {
      return;
    }
    String batch = write(rows);
    if ((Boolean)
        em.createNativeQuery(UNKNOWN, Boolean.class)
            .setParameter("events", batch)
            .getSingleResult()) {
      throw new UnknownDelivery();
    }
    em.createNativeQuery(KEEP).setParameter("events", batch).executeUpdate();
    em.createNativeQuery(KEEP_TIERS).setParameter("events", batch).executeUpdate();
  }

  /** Empty for what this version does not know. */
  private Optional<Row> read(EventEnvelope event) {
    return EventType.ofWireName(event.type())
        .map(
            type ->
                switch (type) {
                  case ATTEMPT_CREATED ->
                      row(event, reader.read(event, AttemptRecorded.class), AttemptState.CREATED);
                  case ATTEMPT_SENT ->
                      row(event, reader.read(event, AttemptRecorded.class), AttemptState.SENT);
                  case ATTEMPT_FAILED -> row(event, reader.read(event, AttemptFailed.class));
                  default -> null;
                });
  }

  private static Row row(EventEnvelope event, AttemptRecorded attempt, AttemptState state) {
    return new Row(
        attempt.noticeId(),
        attempt.organization().value(),
        attempt.attemptId(),
        event.sequence(),
        attempt.tier().wireName(),
        attempt.channel().wireName(),
        attempt.sender().value(),
        state.wireName(),
        null,
        false,
        event.time(),
        event.recordedTime());
  }

  private static Row row(EventEnvelope event, AttemptFailed attempt) {
    AttemptState state =
        attempt.permanent() ? AttemptState.PERMANENT_FAILURE : AttemptState.TEMPORARY_FAILURE;
    return new Row(
        attempt.noticeId(),
        attempt.organization().value(),
        attempt.attemptId(),
        event.sequence(),
        attempt.tier().wireName(),
        attempt.channel().wireName(),
        attempt.sender().value(),
        state.wireName(),
        attempt.reason().wireName(),
        attempt.permanent() && attempt.nextChannel() == null,
        event.time(),
        event.recordedTime());
  }

  private String write(List<Row> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of our own cannot be written", e);
    }
  }
}
