package org.todoke.notice.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.messaging.Outbox;
import org.todoke.notice.delivery.LockOrder;
import org.todoke.notice.forwarding.ForwardingPlan.Entry;

/** The statements of a forwarding; each takes all children at once. */
@ApplicationScoped
class ForwardingTables {

  static final String LOCK_ORDER = LockOrder.SQL;

  private static final String CHILDREN =
      """
      with named as (
        select * from unnest(cast(:codes as text[]), cast(:channels as text[]),
          cast(:reasons as text[])) n (code, channel, reason)
      ), written as (
        insert into forwarding_child (notice_id, organization, child, disposition, channel, reason)
        select cast(:notice as uuid), cast(:forwarder as text), n.code,
          case when n.channel is null then 'omitted' else 'addressed' end, n.channel, n.reason
        from named n
        union all
        select cast(:notice as uuid), :forwarder, c.organization, 'addressed', 'inbox', null
        from (%s) c
        where :all and not exists (select from named n where n.code = c.organization)
        returning disposition
      )
      select count(*) filter (where disposition = 'addressed'),
        count(*) filter (where disposition = 'omitted')
      from written
      """;

  /** The letters under which the forwarder had received it stay in, the nearest first. */
  private static final String LETTER =
      """
      insert into cover_letter (id, notice_id, organization, paper_kind, document_number, dated,
        title, body, due_on, allowance, encloses, recorded_at)
      values (uuidv7(), :notice, :forwarder, :paperKind, cast(:documentNumber as text), :date, :title,
        :text, cast(:dueOn as date), cast(:allowance as integer),
        array(select l.id from arrival a cross join lateral unnest(a.letters) with ordinality l (id, n)
          where a.notice_id = :notice and a.organization = :forwarder
          group by l.id order by min(l.n), min(a.time), l.id),
        :now)
      returning id
      """;

  /** Whoever has it already is not excused by being left out. */
  private static final String OMITTED =
      """
      with omitted as (
        update delivery d set seq = d.seq + 1, excused_reason = 'omitted', excused_at = :now,
          excused_by = :forwarder
        from forwarding_child f
        where f.notice_id = :notice and f.organization = :forwarder and f.disposition = 'omitted'
          and d.notice_id = f.notice_id and d.organization = f.child
          and d.reached_at is null and d.excused_reason is null
        returning d.organization, d.tier, d.seq, f.reason
      ), told as (
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        select :notice, o.organization, o.seq, 'delivery.excused', :now, :now, :forwarder,
          jsonb_build_object('excuse', 'omitted', 'by', cast(:forwarder as text),
            'reason', o.reason)
        from omitted o
      )
      insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
        correlation_id, causation_id, traceparent, data)
      select 'delivery.excused', cast(:notice as text) || '/' || o.organization,
        cast(:notice as text) || '/' || o.organization, o.seq, :now, :now, cast(:notice as text),
        cast(:causation as text), cast(:trace as text),
        json_build_object('noticeId', cast(:notice as uuid), 'organization', o.organization,
          'tier', o.tier, 'reason', 'omitted', 'by', cast(:forwarder as text))
      from omitted o
      """;

  private final EntityManager em;
  private final Outbox outbox;

  ForwardingTables(EntityManager em, Outbox outbox) {
    this.em = em;
    this.outbox = outbox;
  }

  /** How many were addressed, and how many left out. */
  record Count(int addressed, int omitted) {}

  UUID write(UUID notice, OrganizationCode forwarder, CoverLetter letter, Instant now) {
    return (UUID)
        em.createNativeQuery(LETTER)
            .setParameter("notice", notice)
            .setParameter("forwarder", forwarder.value())
            .setParameter("paperKind", letter.paperKind())
            .setParameter("documentNumber", letter.documentNumber())
            .setParameter("date", letter.date())
            .setParameter("title", letter.title())
            .setParameter("text", letter.text())
            .setParameter("dueOn", letter.dueOn())
            .setParameter("allowance", letter.allowance())
            .setParameter("now", now)
            .getSingleResult();
  }

  Count write(UUID notice, OrganizationCode forwarder, OrganizationKind kind, ForwardingPlan plan) {
    List<Entry> entries = plan.entries();
    Object[] counts =
        (Object[])
            em.createNativeQuery(CHILDREN.formatted(Children.of(kind)), Object[].class)
                .setParameter("notice", notice)
                .setParameter("forwarder", forwarder.value())
                .setParameter("all", plan.allOthers())
                .setParameter(
                    "codes", entries.stream().map(e -> e.code().value()).toArray(String[]::new))
                .setParameter(
                    "channels",
                    entries.stream().map(e -> wireName(e.channel())).toArray(String[]::new))
                .setParameter("reasons", entries.stream().map(Entry::reason).toArray(String[]::new))
                .getSingleResult();
    return new Count(((Number) counts[0]).intValue(), ((Number) counts[1]).intValue());
  }

  /** Before any of them is changed. */
  void lockChildren(UUID notice, OrganizationCode forwarder) {
    em.createNativeQuery(
            """
            select count(*) from (
              select d.organization from delivery d
              join forwarding_child f on f.notice_id = d.notice_id and f.child = d.organization
              where f.notice_id = :notice and f.organization = :forwarder
              order by\s"""
                + LOCK_ORDER
                + " for no key update of d) locked",
            Long.class)
        .setParameter("notice", notice)
        .setParameter("forwarder", forwarder.value())
        .getSingleResult();
  }

  void excuseOmitted(UUID notice, OrganizationCode forwarder, UUID causation, Instant now) {
    int excused =
        em.createNativeQuery(OMITTED)
            .setParameter("notice", notice)
            .setParameter("forwarder", forwarder.value())
            .setParameter("causation", causation.toString())
            .setParameter("trace", outbox.traceParent().orElse(null))
            .setParameter("now", now)
            .executeUpdate();
    if (excused > 0) {
      outbox.wakeRelay();
    }
  }

  private static @Nullable String wireName(@Nullable Channel channel) {
    return channel == null ? null : channel.wireName();
  }
}
