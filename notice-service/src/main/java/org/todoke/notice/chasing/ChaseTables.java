package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.todoke.messaging.Outbox;
import org.todoke.notice.chasing.Ladder.Step;

/**
 * The two statements of the ladder. Each takes everybody of a stretch of a notice at once: finds
 * out whose rung has come and is not climbed, and writes the digests, the steps, the facts and the
 * events.
 *
 * <p>A delivery that somebody is working on at this moment is passed over rather than waited for:
 * it is caught up on the next office day, if it is late then. So nobody waits in a circle.
 */
@ApplicationScoped
class ChaseTables {

  /** Who is open and not let be, with the days of the ladder that concern it. */
  private static final String OPEN =
      """
      with step as materialized (
        select * from unnest(cast(:dues as date[]), cast(:rungs as integer[]), cast(:days as date[]))
          s (due_on, rung, day)
      ), open as materialized (
        select v.organization, v.expected_by, v.clock, max(s.rung) as rung
        from delivery_deadline v
        join step s on s.due_on = v.expected_by and s.day > v.received_on
        where v.notice_id = :notice and v.organization > :after and v.organization <= :upTo
          and v.excused_reason is null and v.done_at is null
          and not exists (select from snooze z
            where z.notice_id = v.notice_id and z.organization = v.organization and z.until >= :today
              and not exists (select from snooze later where later.notice_id = z.notice_id
                and later.organization = z.organization and later.ordinal > z.ordinal))
        group by v.organization, v.expected_by, v.clock
      )
      """;

  /**
   * Numbers their facts. Whoever has become done or excused meanwhile is left out. Nothing is
   * joined but the deliveries by their key: how many rows an earlier part yields is more than the
   * database can guess, and a wrong guess compares each with each.
   */
  private static final String TOUCHED =
      """
      , locked as materialized (
        select w.*, chase_digest_id(:kind, w.addressee, cast(:today as date)) as digest_id
        from wanted w
        join delivery d on d.notice_id = :notice and d.organization = w.organization
        where d.excused_reason is null
          and case when d.tier = 'establishment' and d.checklist_id is not null then d.answered_at
            when d.has_children then d.forwarded_at else d.acknowledged_at end is null
        order by w.organization
        for no key update of d skip locked
      ), touched as (
        update delivery d set seq = d.seq + 1
        from locked l
        where d.notice_id = :notice and d.organization = l.organization
        returning d.organization, d.tier, d.seq, l.expected_by, l.clock, l.rung, l.addressee,
          l.digest_id
      ), digest as (
        insert into chase_digest (id, kind, organization, day, recorded_at)
        select distinct t.digest_id, cast(:kind as text), t.addressee, cast(:today as date),
          cast(:now as timestamptz)
        from touched t
        on conflict do nothing
      ), climbed as (
        insert into chase (notice_id, organization, kind, due_on, rung, clock, addressee, digest_id,
          day)
        select :notice, t.organization, :kind, t.expected_by, t.rung, t.clock, t.addressee,
          t.digest_id, :today
        from touched t
      )
      """;

  private static final String REMIND =
      OPEN
          + """
          , wanted as materialized (
            select o.*, o.organization as addressee from open o
            where not exists (select from chase c where c.notice_id = :notice
              and c.organization = o.organization and c.kind = :kind and c.due_on = o.expected_by
              and c.rung >= o.rung)
          )
          """
          + TOUCHED
          + """
          , told as (
            insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
            select :notice, s.organization, s.seq, 'delivery.reminded', :now, :now, 'system',
              jsonb_build_object('reminderId', s.digest_id, 'dueOn', s.expected_by,
                'clock', s.clock, 'rung', s.rung)
            from touched s
          )
          insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
            correlation_id, traceparent, data)
          select 'delivery.reminded', cast(:notice as text) || '/' || s.organization,
            cast(:notice as text) || '/' || s.organization, s.seq, :now, :now,
            cast(:notice as text), cast(:trace as text),
            json_build_object('noticeId', cast(:notice as uuid), 'organization', s.organization,
              'tier', s.tier, 'reminderId', s.digest_id, 'dueOn', s.expected_by, 'clock', s.clock,
              'rung', s.rung)
          from touched s
          """;

  /**
   * The tier above is whoever passed the paper on to it first, also where a later version came from
   * the issuer itself. Nobody is told twice: where the issuer alone had sent it, the first step was
   * all.
   */
  private static final String ESCALATE =
      OPEN
          + """
          , wanted as materialized (
            select o.organization, o.expected_by, o.clock, cast(:step as integer) as rung, a.addressee
            from open o
            cross join lateral (
              select case when :step = 2 then cast(:issuer as text) else coalesce(
                (select f.organization from forwarding_child f
                  join delivery u on u.notice_id = f.notice_id and u.organization = f.organization
                  where f.notice_id = :notice and f.child = o.organization
                    and f.disposition = 'addressed'
                  order by u.forwarded_at, f.organization limit 1),
                (select r.from_organization from arrival r
                  where r.notice_id = :notice and r.organization = o.organization
                  order by r.time, r.from_organization limit 1)) end as addressee) a
            where a.addressee is not null and not exists (select from chase c
              where c.notice_id = :notice and c.organization = o.organization and c.kind = :kind
                and c.due_on = o.expected_by and (c.rung = :step or c.addressee = a.addressee))
          )
          """
          + TOUCHED
          + """
          , told as (
            insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
            select :notice, s.organization, s.seq, 'delivery.escalated', :now, :now, 'system',
              jsonb_build_object('escalationId', s.digest_id, 'to', s.addressee, 'step', s.rung,
                'dueOn', s.expected_by, 'clock', s.clock)
            from touched s
          )
          insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
            correlation_id, traceparent, data)
          select 'delivery.escalated', cast(:notice as text) || '/' || s.organization,
            cast(:notice as text) || '/' || s.organization, s.seq, :now, :now,
            cast(:notice as text), cast(:trace as text),
            json_build_object('noticeId', cast(:notice as uuid), 'organization', s.organization,
              'tier', s.tier, 'escalationId', s.digest_id, 'to', s.addressee, 'step', s.rung,
              'dueOn', s.expected_by, 'clock', s.clock)
          from touched s
          """;

  private final EntityManager em;
  private final Outbox outbox;

  ChaseTables(EntityManager em, Outbox outbox) {
    this.em = em;
    this.outbox = outbox;
  }

  /**
   * Deliveries of a notice whose codes follow each other.
   *
   * @param after the last code of the stretch before
   * @param upTo the last of this one
   */
  record Stretch(UUID notice, String issuer, String after, String upTo) {}

  /**
   * Only the last rung that has come is climbed: what was missed is not said several times.
   *
   * @return how many were reminded
   */
  int remind(Stretch stretch, List<Step> steps, LocalDate today, Instant now) {
    return steps.isEmpty() ? 0 : run(bind(REMIND, "reminder", stretch, steps, today, now));
  }

  /**
   * @return how many were told of
   */
  int escalate(int step, Stretch stretch, List<Step> steps, LocalDate today, Instant now) {
    return steps.isEmpty()
        ? 0
        : run(
            bind(ESCALATE, "escalation", stretch, steps, today, now)
                .setParameter("step", step)
                .setParameter("issuer", stretch.issuer()));
  }

  private int run(Query statement) {
    int written = statement.executeUpdate();
    if (written > 0) {
      outbox.wakeRelay();
    }
    return written;
  }

  private Query bind(
      String sql, String kind, Stretch stretch, List<Step> steps, LocalDate today, Instant now) {
    return em.createNativeQuery(sql)
        .setParameter("kind", kind)
        .setParameter("notice", stretch.notice())
        .setParameter("after", stretch.after())
        .setParameter("upTo", stretch.upTo())
        .setParameter("dues", steps.stream().map(Step::dueOn).toArray(LocalDate[]::new))
        .setParameter("rungs", steps.stream().map(Step::rung).toArray(Integer[]::new))
        .setParameter("days", steps.stream().map(Step::day).toArray(LocalDate[]::new))
        .setParameter("today", today)
        .setParameter("now", now)
        .setParameter("trace", outbox.traceParent().orElse(null));
  }
}
