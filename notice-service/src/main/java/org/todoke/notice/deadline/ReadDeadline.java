package org.todoke.notice.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.deadline.DeadlineView.Allowance;
import org.todoke.notice.deadline.DeadlineView.Lateness;
import org.todoke.notice.deadline.DeadlineView.Request;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.place.Kinds;
import org.todoke.security.Actor;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Refusal;

/** Says by when somebody has to be done and how late it is, to whoever may see the delivery. */
@ApplicationScoped
public class ReadDeadline {

  private static final String ONE =
      """
      select v.tier, v.duty, v.received_on, v.due_on, v.office_days, v.giver, v.counted_from,
        v.allowed_until, v.expected_by, v.clock, v.done_on, v.excused_reason is not null,
        office_days_between(v.due_on, t.until), office_days_between(v.allowed_until, t.until)
      from delivery_deadline v
      cross join lateral (select coalesce(v.done_on, cast(:today as date)) as until) t
      where v.notice_id = :notice and v.organization = :organization
      """;

  /**
   * What a request means for somebody whom it asks: its answer, or what it means for the whole
   * paper; by the date of its tier, put off since or not.
   */
  private static final String REQUESTS =
      """
      select r.position, t.duty, r.due_on, u.day, t.done_on,
        office_days_between(r.due_on, t.until), office_days_between(u.day, t.until)
      from delivery_deadline v
      join delivery d on d.notice_id = v.notice_id and d.organization = v.organization
      join notice n on n.id = v.notice_id
      cross join lateral (
        select cast(a.position as integer) - 1 as position,
          date_in_force(n.id, cast(coalesce(a.action -> 'dueOnByTier' ->> v.tier,
            a.action ->> 'dueOn') as date), n.issued_at) as due_on,
          cast(a.action -> 'allowances' ->> v.tier as integer) as office_days,
          a.action ->> 'checklistId' is not null as asks
        from jsonb_array_elements(n.requested_actions) with ordinality a (action, position)
        where a.action -> 'asks' is null or jsonb_exists(a.action -> 'asks', v.tier)) r
      cross join lateral (
        select case when v.duty = 'answer' and not r.asks then 'acknowledge' else v.duty end as duty,
          case when v.duty = 'answer' and not r.asks
            then cast(d.acknowledged_at at time zone 'Asia/Tokyo' as date)
            else v.done_on end as done_on) done
      cross join lateral (
        select done.duty, done.done_on, coalesce(done.done_on, cast(:today as date)) as until) t
      left join calendar_day f on f.day = v.counted_from
      left join calendar_day u on u.office and u.number = f.number + case
        when r.office_days is null then v.office_days
        when v.giver = 'forwarder' then least(v.office_days, r.office_days)
        else r.office_days end
      where v.notice_id = :notice and v.organization = :organization
      order by r.position
      """;

  private final EntityManager em;
  private final ReadDeliveries deliveries;
  private final Clock clock;

  ReadDeadline(EntityManager em, ReadDeliveries deliveries, Clock clock) {
    this.em = em;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * @throws Refusal {@code notice.not-found} or {@code delivery.not-found}, also for what is not
   *     the caller's to see
   */
  @Transactional
  public DeadlineView of(UUID notice, OrganizationCode organization, Actor reader) {
    deliveries.requireVisible(notice, organization, reader);
    LocalDate today = JapaneseDay.of(clock.instant());
    Object[] row = rows(ONE, notice, organization, today).get(0);
    boolean excused = (Boolean) row[11];
    boolean counts = !excused && row[2] != null;
    return new DeadlineView(
        notice,
        organization,
        Kinds.ofWireName((String) row[0]),
        today,
        Duty.ofWireName((String) row[1]),
        date(row[2]),
        date(row[3]),
        row[7] == null
            ? null
            : new Allowance((Integer) row[4], (String) row[5], date(row[6]), date(row[7])),
        date(row[8]),
        clock(row[9]),
        date(row[10]),
        excused,
        counts ? lateness(row[3], row[10], row[12], today) : null,
        counts ? lateness(row[7], row[10], row[13], today) : null,
        rows(REQUESTS, notice, organization, today).stream()
            .map(request -> request(request, counts, today))
            .toList());
  }

  private static Request request(Object[] row, boolean counts, LocalDate today) {
    return new Request(
        (Integer) row[0],
        Duty.ofWireName((String) row[1]),
        date(row[2]),
        date(row[3]),
        date(row[4]),
        counts ? lateness(row[2], row[4], row[5], today) : null,
        counts ? lateness(row[3], row[4], row[6], today) : null);
  }

  /** Beyond the calendar nobody can say how many office days it is. */
  private static @Nullable Lateness lateness(
      @Nullable Object due, @Nullable Object done, @Nullable Object officeDays, LocalDate today) {
    LocalDate since = date(due);
    LocalDate until = done == null ? today : date(done);
    return since == null || officeDays == null || !until.isAfter(since)
        ? null
        : new Lateness(since, (Integer) officeDays);
  }

  private static @Nullable DeadlineClock clock(@Nullable Object name) {
    return Arrays.stream(DeadlineClock.values())
        .filter(clock -> clock.wireName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    return (LocalDate) value;
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(
      String sql, UUID notice, OrganizationCode organization, LocalDate today) {
    return em.createNativeQuery(sql, Object[].class)
        .setParameter("notice", notice)
        .setParameter("organization", organization.value())
        .setParameter("today", today)
        .getResultList();
  }
}
