package org.todoke.notice.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.messaging.Outbox;

/**
 * Finishes forwardings whose children all have the paper or are excused. Looks after every event
 * that can be the last one missing: whichever of two that happen at the same time is heard last
 * sees the effect of both.
 */
@ApplicationScoped
public class FinalizeForwardings implements EventHandler {

  private static final Set<String> TELLING =
      Set.of(
          EventType.FORWARDING_FORWARDED.wireName(),
          EventType.DELIVERY_ARRIVED.wireName(),
          EventType.DELIVERY_EXCUSED.wireName());

  /** The forwarders whom the events concern, each with one of the events. */
  private static final String CONCERNED =
      """
      with heard as (
        select * from unnest(cast(:notices as uuid[]), cast(:organizations as text[]),
          cast(:events as text[])) h (notice_id, organization, event_id)
      ), concerned as (
        select c.notice_id, c.organization, max(c.event_id) as event_id from (
          select h.notice_id, h.organization, h.event_id from heard h
          union all
          select f.notice_id, f.organization, h.event_id from heard h
          join forwarding_child f on f.notice_id = h.notice_id and f.child = h.organization) c
        group by c.notice_id, c.organization
      )
      """;

  private static final String LOCK =
      CONCERNED
          + """
          select count(*) from (
            select d.organization from delivery d
            where (d.notice_id, d.organization) in (select c.notice_id, c.organization from concerned c)
              and d.forwarded_at is not null and d.finalized_at is null
            order by\s"""
          + ForwardingTables.LOCK_ORDER
          + " for no key update) locked";

  private static final String FINISH =
      CONCERNED
          + """
          , judged as (
            select f.notice_id, f.organization, c.event_id,
              count(*) filter (where k.reached_at is not null) as received,
              count(*) filter (where k.reached_at is null) as excused,
              max(coalesce(k.reached_at, k.excused_at)) as last_at
            from concerned c
            join delivery d on d.notice_id = c.notice_id and d.organization = c.organization
              and d.forwarded_at is not null and d.finalized_at is null
            join forwarding_child f on f.notice_id = c.notice_id and f.organization = c.organization
            join delivery k on k.notice_id = f.notice_id and k.organization = f.child
            group by f.notice_id, f.organization, c.event_id
            having bool_and(k.reached_at is not null or k.excused_reason is not null)
          ), finished as (
            update delivery d set seq = d.seq + 1, finalized_at = greatest(d.forwarded_at, j.last_at)
            from judged j
            where d.notice_id = j.notice_id and d.organization = j.organization
              and d.finalized_at is null
            returning d.notice_id, d.organization, d.tier, d.seq, d.finalized_at, j.event_id,
              j.received, j.excused
          ), told as (
            insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
            select f.notice_id, f.organization, f.seq, 'forwarding.finalized', f.finalized_at, :now,
              'system', jsonb_build_object('received', f.received, 'excused', f.excused)
            from finished f
          )
          insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
            correlation_id, causation_id, traceparent, data)
          select 'forwarding.finalized', f.notice_id || '/' || f.organization,
            f.notice_id || '/' || f.organization, f.seq, f.finalized_at, :now,
            cast(f.notice_id as text), f.event_id, cast(:trace as text),
            json_build_object('noticeId', f.notice_id, 'organization', f.organization,
              'tier', f.tier, 'received', f.received, 'excused', f.excused)
          from finished f
          """;

  private final EntityManager em;
  private final Outbox outbox;
  private final Clock clock;

  FinalizeForwardings(EntityManager em, Outbox outbox, Clock clock) {
    this.em = em;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** One of the events, as far as it matters here. */
  private record Heard(UUID notice, String organization, String event) {
    static Heard of(EventEnvelope event) {
      JsonNode data = event.data();
      return new Heard(
          UUID.fromString(data.required("noticeId").asText()),
          data.required("organization").asText(),
          event.id());
    }
  }

  @Override
  public boolean concerns(String type) {
    return TELLING.contains(type);
  }

  @Override
  public void handle(List<EventEnvelope> events) {
    List<Heard> heard =
        events.stream().filter(event -> concerns(event.type())).map(Heard::of).toList();
    if (heard.isEmpty()) {
      return;
    }
    // A plan that is kept would be that of the first few events after a start, when the tables were
    // small and the lists short.
    em.createNativeQuery("set local plan_cache_mode = force_custom_plan").executeUpdate();
    bind(em.createNativeQuery(LOCK, Long.class), heard).getSingleResult();
    // A statement of its own: it has to see what was committed while the lock was waited for.
    int finished =
        bind(em.createNativeQuery(FINISH), heard)
            .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
            .setParameter("trace", outbox.traceParent().orElse(null))
            .executeUpdate();
    if (finished > 0) {
      outbox.wakeRelay();
    }
  }

  private static Query bind(Query query, List<Heard> heard) {
    return query
        .setParameter("notices", heard.stream().map(Heard::notice).toArray(UUID[]::new))
        .setParameter(
            "organizations", heard.stream().map(Heard::organization).toArray(String[]::new))
        .setParameter("events", heard.stream().map(Heard::event).toArray(String[]::new));
  }
}
