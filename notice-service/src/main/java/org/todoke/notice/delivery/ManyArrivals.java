package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.todoke.messaging.Outbox;

/**
 * The same as {@link Arrivals} for what several senders do at once, with one statement for all of
 * them. Here an organisation can be reached by several in the same statement: each arrival is a
 * fact of its own, and only one of them is the first.
 */
@ApplicationScoped
public class ManyArrivals {

  /**
   * What belongs to one delivery is carried along in arrays. The planner takes all of these tables
   * for small ones and would join them by comparing each row with each.
   */
  private static final String RECORD =
      """
      with route as (
        select * from unnest(cast(:notices as uuid[]), cast(:senders as text[]),
          cast(:times as timestamptz[]), cast(:recordeds as timestamptz[]),
          cast(:causations as text[]))
          r (notice_id, from_organization, time, recorded_time, causation)
      ), cause as materialized (
        select jsonb_object_agg(r.notice_id || '/' || r.from_organization, r.causation) as of_route
        from route r
      ), source (notice_id, from_organization, organization, channel, cover_letter_id, letters,
          due_on, allowance, time, recorded_time) as (
        %s
      ), arrived as (
        insert into arrival (notice_id, organization, from_organization, channel, cover_letter_id,
          letters, due_on, allowance, time, recorded_time, recorded_by)
        select s.notice_id, s.organization, s.from_organization, s.channel, s.cover_letter_id,
          s.letters, s.due_on, s.allowance, s.time, s.recorded_time, s.from_organization
        from source s
        on conflict do nothing
        returning notice_id, organization, from_organization, channel, cover_letter_id, due_on,
          time, recorded_time
      ), together as (
        select notice_id, organization, count(*) as arrivals, min(due_on) as due_on,
          min(time) as time,
          array_agg(from_organization order by time, from_organization) as senders,
          array_agg(channel order by time, from_organization) as channels,
          array_agg(cover_letter_id order by time, from_organization) as letters,
          array_agg(time order by time, from_organization) as times,
          array_agg(recorded_time order by time, from_organization) as recorded_times
        from arrived group by notice_id, organization
      ), reached as (
        update delivery d set
          seq = d.seq + t.arrivals,
          reached_at = least(d.reached_at, t.time),
          due_on = least(d.due_on, t.due_on),
          excused_reason = nullif(d.excused_reason, 'omitted'),
          excused_at = case when d.excused_reason = 'omitted' then null else d.excused_at end,
          excused_by = case when d.excused_reason = 'omitted' then null else d.excused_by end
        from together t
        where d.notice_id = t.notice_id and d.organization = t.organization
        returning d.notice_id, d.organization, d.tier, d.prefecture, d.municipality, d.corporation,
          d.usage, d.due_on, old.due_on as former_due_on, d.checklist_id, d.more_checklists,
          old.seq as before, old.reached_at is null as first,
          case when old.excused_reason = 'omitted' then old.excused_reason end as lifted,
          t.senders, t.channels, t.letters, t.times, t.recorded_times
      ), happened as (
        select r.*, r.before + a.n as seq, r.first and a.n = 1 as begins,
          case when a.n = 1 then r.lifted end as lifts, a.*
        from reached r
        cross join lateral unnest(r.senders, r.channels, r.letters, r.times, r.recorded_times)
          with ordinality a (sender, channel, letter, time, recorded_time, n)
      ), told as (
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        select h.notice_id, h.organization, h.seq, 'delivery.arrived', h.time, h.recorded_time,
          h.sender,
          jsonb_strip_nulls(jsonb_build_object('from', h.sender, 'channel', h.channel,
            'first', h.begins, 'coverLetterId', h.letter, 'dueOn', h.due_on,
            'liftedExcuse', h.lifts))
            || case when h.n = 1 and h.former_due_on is distinct from h.due_on
              then jsonb_build_object('formerDueOn', h.former_due_on)
              else cast('{}' as jsonb) end
        from happened h
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'delivery.arrived', h.notice_id || '/' || h.organization,
        h.notice_id || '/' || h.organization, h.seq, h.time, h.recorded_time,
        cast(h.notice_id as text),
        (select of_route from cause) ->> (h.notice_id || '/' || h.sender), cast(:trace as text),
        json_strip_nulls(json_build_object('noticeId', h.notice_id,
          'organization', h.organization, 'tier', h.tier, 'prefecture', h.prefecture,
          'municipality', h.municipality, 'corporation', h.corporation,
          'from', h.sender, 'channel', h.channel, 'first', h.begins, 'usage', h.usage,
          'dueOn', h.due_on, 'checklistId', h.checklist_id,
          'moreChecklistIds', h.more_checklists))
      from happened h
      """;

  private final EntityManager em;
  private final Outbox outbox;

  ManyArrivals(EntityManager em, Outbox outbox) {
    this.em = em;
    this.outbox = outbox;
  }

  /**
   * @param routes one for each notice and sender
   * @param source a query for the rows (notice_id, from_organization, organization, channel,
   *     cover_letter_id, letters, due_on, allowance, time, recorded_time) from the table {@code
   *     route} (notice_id, from_organization, time, recorded_time)
   * @return how many arrivals were new
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int record(List<Route> routes, String source) {
    int recorded =
        em.createNativeQuery(RECORD.formatted(source))
            .setParameter("notices", routes.stream().map(Route::notice).toArray(UUID[]::new))
            .setParameter("senders", texts(routes, route -> route.from().value()))
            .setParameter("times", moments(routes, Route::time))
            .setParameter("recordeds", moments(routes, Route::recorded))
            .setParameter("causations", causations(routes))
            .setParameter("trace", outbox.traceParent().orElse(null))
            .executeUpdate();
    if (recorded > 0) {
      outbox.wakeRelay();
    }
    return recorded;
  }

  private static String[] texts(List<Route> routes, Function<Route, String> what) {
    return routes.stream().map(what).toArray(String[]::new);
  }

  private static @Nullable String[] causations(List<Route> routes) {
    return routes.stream()
        .map(route -> route.causation() == null ? null : route.causation().toString())
        .toArray(String[]::new);
  }

  private static OffsetDateTime[] moments(List<Route> routes, Function<Route, Instant> what) {
    return routes.stream()
        .map(route -> what.apply(route).atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
