package org.todoke.notice.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.todoke.notice.place.AsSuite;
import org.todoke.notice.progress.AsOf;
import org.todoke.notice.progress.PastTables;
import org.todoke.notice.progress.Viewpoint;

/**
 * Reads the pace of all tiers below a node with one statement. Each table is read once and joined
 * as a whole: the view {@code delivery_deadline}, which looks up the allowance of one delivery
 * after the other, would take ten times as long for a nation.
 */
@ApplicationScoped
class PaceQuery {

  /** The days on which something was done count in Japan. */
  private static final String MINE =
      """
      mine as materialized (
        select d.organization, d.tier, d.has_children, d.due_on, d.reached_at, d.acknowledged_at,
          d.forwarded_at, d.excused_reason, n.issued_at,
          d.asked or d.has_children or d.due_on is not null as has_duty,
          case when d.reached_at is null then null
            when d.tier = 'establishment' and d.checklist_id is not null then d.answered_at
            when d.has_children then d.forwarded_at
            else d.acknowledged_at end as done_at
        from delivery d join notice n on n.id = d.notice_id
        where d.notice_id = :notice and d.organization in (%s)
      ), allowed as materialized (
        select a.organization, min(u.day) as until
        from arrival a
        join mine m on m.organization = a.organization
        left join notice_allowance n on n.notice_id = a.notice_id and n.tier = m.tier
        join calendar_day r on r.day = cast(a.time at time zone 'Asia/Tokyo' as date)
        join calendar_day u on u.office and u.number = r.number + case
          when n.given then least(a.allowance, n.office_days)
          else coalesce(a.allowance, n.office_days) end
        where a.notice_id = :notice
        group by a.organization
      ), time as materialized (
        select max(m.due_on) as last_due_on,
          (max(m.due_on) + interval '1 day') at time zone 'Asia/Tokyo' as ends_at,
          (select number from calendar_day where day = cast(:today as date)) as today,
          (select number from calendar_day
            where day = cast(max(m.issued_at) at time zone 'Asia/Tokyo' as date)) as issued,
          (select number from calendar_day where day = max(m.due_on)) as last
        from mine m where m.excused_reason is null
      )
      """;

  /** Acts before the own arrival are those that count since a former version. */
  private static final String TIERS =
      """
      select m.tier,
        count(*) filter (where m.expected and m.has_children and m.forwarded_at >= m.reached_at),
        count(*) filter (where m.expected and m.has_children and m.forwarded_at < m.reached_at),
        percentile_cont(0.5) within group (order by extract(epoch from m.forwarded_at - m.reached_at))
          filter (where m.expected and m.has_children and m.forwarded_at >= m.reached_at),
        percentile_cont(0.9) within group (order by extract(epoch from m.forwarded_at - m.reached_at))
          filter (where m.expected and m.has_children and m.forwarded_at >= m.reached_at),
        count(*) filter (where m.expected and m.acknowledged_at >= m.reached_at),
        count(*) filter (where m.expected and m.acknowledged_at < m.reached_at),
        percentile_cont(0.5)
          within group (order by extract(epoch from m.acknowledged_at - m.reached_at))
          filter (where m.expected and m.acknowledged_at >= m.reached_at),
        percentile_cont(0.9)
          within group (order by extract(epoch from m.acknowledged_at - m.reached_at))
          filter (where m.expected and m.acknowledged_at >= m.reached_at),
        extract(epoch from max(t.ends_at) - max(m.issued_at)),
        avg(extract(epoch from greatest(interval '0', least(coalesce(m.done_at, :moment), t.ends_at)
          - greatest(m.reached_at, m.issued_at)))) filter (where m.expected and m.reached_at is not null),
        count(*) filter (where m.owed and a.until >= coalesce(m.done_on, cast(:today as date))),
        count(*) filter (where m.owed and a.until is not null),
        count(*) filter (where m.owed),
        count(*) filter (where m.owed and m.done_at is not null),
        count(*) filter (where m.owed and m.done_at >= m.issued_at and c.number > t.today - %d),
        least(%d, greatest(1, max(t.today - t.issued))),
        max(t.last - t.today), max(t.last_due_on), max(m.issued_at),
        count(*) filter (where m.has_children) > 0
      from (
        select m.*, m.excused_reason is null as expected,
          m.excused_reason is null and m.has_duty as owed,
          cast(m.done_at at time zone 'Asia/Tokyo' as date) as done_on
        from mine m) m
      cross join time t
      left join allowed a on a.organization = m.organization
      left join calendar_day c on c.day = m.done_on
      group by m.tier
      """
          .formatted(Forecast.WINDOW, Forecast.WINDOW);

  private static final String OFFICE_DAY =
      """
      select u.day from calendar_day t join calendar_day u on u.office and u.number = t.number + :days
      where t.day = :today
      """;

  private final EntityManager em;
  private final PastTables past;

  PaceQuery(EntityManager em, PastTables past) {
    this.em = em;
    this.past = past;
  }

  /** A row for each tier; see {@link PaceRow}. */
  List<PaceRow> tiers(Viewpoint at, AsOf asOf) {
    return AsSuite.read(
        () -> {
          past.joinWhole();
          String with = asOf.past() ? past.with(at.everybodyBelow()) + ", " : "with ";
          var query =
              at.bind(
                      em.createNativeQuery(
                          with + MINE.formatted(at.everybodyBelow()) + TIERS, Object[].class))
                  .setParameter("today", at.today(asOf.moment()))
                  .setParameter("moment", at.until(asOf.moment()));
          if (asOf.past()) {
            query.setParameter("asOf", asOf.moment());
          }
          return ((List<?>) query.getResultList())
              .stream().map(row -> PaceRow.of((Object[]) row)).toList();
        });
  }

  /** So many office days after a day; none beyond the calendar. */
  List<LocalDate> officeDayAfter(LocalDate today, long days) {
    return AsSuite.read(
        () ->
            em.createNativeQuery(OFFICE_DAY, LocalDate.class)
                .setParameter("today", today)
                .setParameter("days", Math.min(days, 1_000_000))
                .getResultList());
  }
}
