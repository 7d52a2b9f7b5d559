package org.todoke.notice.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.messaging.Outbox;
import org.todoke.notice.delivery.ManyArrivals;
import org.todoke.notice.delivery.Route;
import org.todoke.web.JapaneseDay;

/**
 * Passes notices on for as many organisations as there are, with the same three statements: all
 * rows are locked, then the forwarders' side is written, then that of their children. Who has
 * forwarded by hand meanwhile, has sent the notice back or does not count any more is left as it
 * is.
 */
@ApplicationScoped
public class ForwardAutomatically {

  private static final Logger LOG = Logger.getLogger(ForwardAutomatically.class);

  /**
   * Those of the forwarders for whom it still holds that nothing stands against it, each with its
   * children: as a list, because a join of two such tables would compare each row with each.
   */
  private static final String READY =
      """
      with asked as (
        select * from unnest(cast(:notices as uuid[]), cast(:organizations as text[]),
          cast(:causes as text[]), cast(:instructions as uuid[]), cast(:paperKinds as text[]),
          cast(:titles as text[]), cast(:texts as text[]), cast(:dueOns as date[]),
          cast(:allowances as integer[]))
          a (notice_id, organization, cause, instruction, paper_kind, title, body, due_on, allowance)
      ), free as (
        select a.*, d.tier, n.purpose
        from asked a
        join delivery d on d.notice_id = a.notice_id and d.organization = a.organization
        join notice n on n.id = a.notice_id
        where d.has_children and d.reached_at is not null and d.forwarded_at is null
          and d.rejected_at is null and d.excused_reason is null and n.status = 'issued'
      ), ready as materialized (
        select f.*, c.children, uuidv7() as letter, uuidv7() as event
        from free f
        cross join lateral (
          select array_agg(b.organization) as children from (%s) b) c
        where c.children is not null
      )
      """
          .formatted(Children.ofRow("f"));

  /** Forwarders and children in one order, because some are both. */
  private static final String LOCK =
      READY
          + """
          select count(*) from (
            select d.organization from (
              select r.notice_id, r.organization from ready r
              union
              select r.notice_id, unnest(r.children) from ready r) w
            join delivery d on d.notice_id = w.notice_id and d.organization = w.organization
            order by\s"""
          + ForwardingTables.LOCK_ORDER
          + " for no key update of d) locked";

  private static final String FORWARD =
      READY
          + """
          , written as (
            insert into forwarding_child (notice_id, organization, child, disposition, channel)
            select r.notice_id, r.organization, unnest(r.children), 'addressed', 'inbox'
            from ready r
          ), letter as (
            insert into cover_letter (id, notice_id, organization, paper_kind, dated, title, body,
              due_on, allowance, encloses, recorded_at)
            select r.letter, r.notice_id, r.organization, r.paper_kind, cast(:today as date), r.title,
              r.body, r.due_on,
              case when r.purpose = 'for-follow-up' then r.allowance end,
              array(select l.id from arrival a
                cross join lateral unnest(a.letters) with ordinality l (id, n)
                where a.notice_id = r.notice_id and a.organization = r.organization
                group by l.id order by min(l.n), min(a.time), l.id),
              :now
            from ready r
          ), forwarded as (
            update delivery d set seq = d.seq + 1, forwarded_at = :now
            from ready r
            where d.notice_id = r.notice_id and d.organization = r.organization
            returning d.notice_id, d.organization, d.tier, d.seq, r.letter, r.event, r.cause,
              r.instruction, r.due_on, cardinality(r.children) as addressed
          ), told as (
            insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
            select f.notice_id, f.organization, f.seq, 'forwarding.forwarded', :now, :now,
              f.organization,
              jsonb_strip_nulls(jsonb_build_object('addressed', f.addressed, 'omitted', 0,
                'coverLetterId', f.letter, 'dueOn', f.due_on, 'automatic', true,
                'standingInstructionId', f.instruction))
            from forwarded f
          ), published as (
            insert into outbox (event_id, type, subject, partition_key, sequence, time,
              recorded_time, correlation_id, causation_id, traceparent, data)
            select f.event, 'forwarding.forwarded', f.notice_id || '/' || f.organization,
              f.notice_id || '/' || f.organization, f.seq, :now, :now,
              cast(f.notice_id as text), f.cause, cast(:trace as text),
              json_strip_nulls(json_build_object('noticeId', f.notice_id,
                'organization', f.organization, 'tier', f.tier, 'addressed', f.addressed,
                'omitted', 0, 'coverLetterId', f.letter, 'dueOn', f.due_on, 'automatic', true,
                'standingInstructionId', f.instruction))
            from forwarded f
          )
          select f.notice_id, f.organization, f.event from forwarded f
          """;

  /** As by hand: by the inbox, with the letter and all that it encloses. */
  private static final String BY_INBOX =
      """
      select r.notice_id, r.from_organization, f.child, 'inbox', c.id,
        array_prepend(c.id, c.encloses),
        least(c.due_on, date_handed_down(own.due_on, n.due_by_tier, own.tier)),
        c.allowance, r.time, r.recorded_time
      from route r
      join notice n on n.id = r.notice_id
      join forwarding_child f
        on f.notice_id = r.notice_id and f.organization = r.from_organization
      join cover_letter c on c.notice_id = r.notice_id and c.organization = r.from_organization
      join delivery own on own.notice_id = r.notice_id and own.organization = r.from_organization
      """;

  private final EntityManager em;
  private final ManyArrivals arrivals;
  private final Outbox outbox;
  private final Clock clock;

  ForwardAutomatically(EntityManager em, ManyArrivals arrivals, Outbox outbox, Clock clock) {
    this.em = em;
    this.arrivals = arrivals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param asked at most one for each notice and organisation
   * @return how many of them were done
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int forward(List<AutomaticForwarding> asked) {
    if (asked.isEmpty()) {
      return 0;
    }
    bind(em.createNativeQuery(LOCK, Long.class), asked).getSingleResult();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // A statement of its own: it has to see what was committed while the lock was waited for.
    @SuppressWarnings("unchecked")
    List<Object[]> done =
        bind(em.createNativeQuery(FORWARD, Object[].class), asked)
            .setParameter("today", JapaneseDay.of(now))
            .setParameter("now", now)
            .setParameter("trace", outbox.traceParent().orElse(null))
            .getResultList();
    if (done.isEmpty()) {
      return 0;
    }
    outbox.wakeRelay();
    List<Route> routes =
        done.stream()
            .map(
                row ->
                    new Route(
                        (UUID) row[0],
                        OrganizationCode.of((String) row[1]),
                        now,
                        now,
                        (UUID) row[2]))
            .toList();
    int reached = arrivals.record(routes, BY_INBOX);
    LOG.infof(
        "forwarded by standing instruction: forwardings=%d arrivals=%d", done.size(), reached);
    return done.size();
  }

  private static Query bind(Query query, List<AutomaticForwarding> asked) {
    return query
        .setParameter(
            "notices", asked.stream().map(AutomaticForwarding::notice).toArray(UUID[]::new))
        .setParameter(
            "instructions",
            asked.stream().map(AutomaticForwarding::instruction).toArray(UUID[]::new))
        .setParameter("organizations", texts(asked, a -> a.organization().value()))
        .setParameter("causes", texts(asked, AutomaticForwarding::cause))
        .setParameter("paperKinds", texts(asked, AutomaticForwarding::paperKind))
        .setParameter("titles", texts(asked, AutomaticForwarding::title))
        .setParameter("texts", texts(asked, AutomaticForwarding::text))
        .setParameter("dueOns", dates(asked))
        .setParameter(
            "allowances",
            asked.stream().map(AutomaticForwarding::allowance).toArray(Integer[]::new));
  }

  private static String[] texts(
      List<AutomaticForwarding> asked, Function<AutomaticForwarding, String> what) {
    return asked.stream().map(what).toArray(String[]::new);
  }

  private static @Nullable LocalDate[] dates(List<AutomaticForwarding> asked) {
    return asked.stream().map(AutomaticForwarding::dueOn).toArray(LocalDate[]::new);
  }
}
