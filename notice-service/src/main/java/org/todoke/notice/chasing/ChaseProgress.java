package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.chasing.ChaseTables.Stretch;
import org.todoke.web.JapaneseDay;

/** How far the work of a day is, so that any instance can go on with it. */
@ApplicationScoped
class ChaseProgress {

  /** Notices that name a date or give days, and that are not too old. */
  private static final String NEXT =
      """
      select n.id, n.lead_issuer, coalesce(r.up_to, ''), c.remind, c.escalate_to_sender_after,
        c.escalate_to_issuer_after
      from notice n
      left join chase_run r on r.day = :today and r.notice_id = n.id
      left join chase_rule c on c.notice_id = n.id
      where n.status = 'issued' and n.usage = 'actual'
        and (n.issued_at >= :since or n.due_on >= :sinceDay)
        and not coalesce(r.done, false)
        and (n.due_on is not null
          or exists (select from notice_allowance a where a.notice_id = n.id)
          or exists (select from cover_letter l
            where l.notice_id = n.id and (l.due_on is not null or l.allowance is not null)))
      order by n.id
      limit 1
      """;

  private final EntityManager em;
  private final ChasingConfig config;

  ChaseProgress(EntityManager em, ChasingConfig config) {
    this.em = em;
    this.config = config;
  }

  /** What is to be looked at next, by which ladder, and whether the notice is done with it. */
  record Work(Stretch stretch, Ladder ladder, boolean last) {}

  /** One instance at a time; the lock ends with the transaction. */
  boolean lock() {
    return (Boolean)
        em.createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtextextended('todoke.chasing', 0))")
            .getSingleResult();
  }

  boolean isComplete(LocalDate today) {
    return (Boolean)
        em.createNativeQuery("select exists (select from chase_day where day = :today)")
            .setParameter("today", today)
            .getSingleResult();
  }

  Optional<Work> next(LocalDate today) {
    LocalDate since = today.minusDays(config.giveUpAfterDays());
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(NEXT, Object[].class)
            .setParameter("today", today)
            .setParameter("since", JapaneseDay.startOf(since))
            .setParameter("sinceDay", since)
            .getResultList();
    return rows.stream().findFirst().map(this::work);
  }

  private Work work(Object[] row) {
    UUID notice = (UUID) row[0];
    String after = (String) row[2];
    Object[] end =
        (Object[])
            em.createNativeQuery(
                    """
                    select coalesce(max(s.organization), :after), count(*) from (
                      select d.organization from delivery d
                      where d.notice_id = :notice and d.organization > :after
                      order by d.organization limit :atMost) s
                    """,
                    Object[].class)
                .setParameter("notice", notice)
                .setParameter("after", after)
                .setParameter("atMost", config.atMost())
                .getSingleResult();
    return new Work(
        new Stretch(notice, (String) row[1], after, (String) end[0]),
        ladder((Integer[]) row[3], (Integer) row[4], (Integer) row[5]),
        ((Number) end[1]).intValue() < config.atMost());
  }

  /** Where the issuer says nothing, the settings hold. */
  Ladder ladder(
      Integer @Nullable [] remind, @Nullable Integer toSender, @Nullable Integer toIssuer) {
    return new Ladder(
        remind == null ? config.remind() : List.of(remind),
        toSender == null ? config.escalateToSenderAfter() : toSender,
        toIssuer == null ? config.escalateToIssuerAfter() : toIssuer);
  }

  void done(Work work, LocalDate today) {
    em.createNativeQuery(
            """
            insert into chase_run (day, notice_id, up_to, done)
            values (:today, :notice, :upTo, :done)
            on conflict (day, notice_id) do update set up_to = excluded.up_to, done = excluded.done
            """)
        .setParameter("today", today)
        .setParameter("notice", work.stretch().notice())
        .setParameter("upTo", work.stretch().upTo())
        .setParameter("done", work.last())
        .executeUpdate();
  }

  /** Nobody asks again for how far the days before were. */
  void complete(LocalDate today, Instant now) {
    em.createNativeQuery("insert into chase_day (day, completed_at) values (:today, :now)")
        .setParameter("today", today)
        .setParameter("now", now)
        .executeUpdate();
    em.createNativeQuery("delete from chase_run where day <= :today")
        .setParameter("today", today)
        .executeUpdate();
  }
}
