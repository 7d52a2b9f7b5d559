package org.todoke.registry.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.messaging.Outbox;

/** Attempts in the database: taken by one instance at a time, and told of in the same breath. */
@ApplicationScoped
class AttemptTable {

  private static final String WITH_MAIL =
      """
      select distinct c.organization from contact c
      where c.organization = any(cast(:codes as text[])) and c.channel = 'email'
        and c.state = 'active' and c.reachability <> 'unreachable'
      """;

  /** What somebody else is taking is passed over; what somebody was at for too long is not. */
  private static final String CLAIM =
      """
      with due as (
        select a.id from attempt a
        where a.channel = :channel and a.due_at <= :now
        order by a.due_at, a.id
        limit :atMost
        for update skip locked
      ), claimed as (
        update attempt a set state = 'sending', reason = null, tries = a.tries + 1,
          due_at = :lease, changed_at = :now
        from due where a.id = due.id
        returning a.*
      )
      select c.id, c.tries, c.organization, c.sender, c.contact_id, c.notice_id, c.usage, k.value
      from claimed c
      left join contact k on k.id = c.contact_id and k.organization = c.organization
        and k.channel = c.channel and k.state = 'active' and k.reachability <> 'unreachable'
      order by c.created_at, c.id
      """;

  /**
   * Whoever comes back after its lease has ended changes nothing: somebody else is at it by then.
   * What is given up goes on over the next contact that was not tried yet, where there is one.
   */
  private static final String RECORD =
      """
      with verdict as (
        select * from jsonb_to_recordset(cast(:verdicts as jsonb)) as v (
          id uuid, tries integer, state text, reason text, due_at timestamptz)
      ), changed as (
        update attempt a set state = v.state, reason = v.reason, due_at = v.due_at,
          seq = a.seq + 1, changed_at = :now
        from verdict v
        where a.id = v.id and a.state = 'sending' and a.tries = v.tries
        returning a.*
      ), next as (
        insert into attempt (id, notice_id, organization, ordinal, tier, usage, sender, channel,
          contact_id, state, seq, due_at, causation_id, created_at, changed_at)
        select uuidv7(), c.notice_id, c.organization, c.ordinal + 1, c.tier, c.usage, c.sender,
          k.channel, k.id, 'created', 1,
          case when k.channel = any(cast(:automatic as text[])) then cast(:now as timestamptz) end,
          c.causation_id, :now, :now
        from changed c
        cross join lateral (
          select k.id, k.channel from contact k
          where k.organization = c.organization and k.state = 'active' and k.id <> c.contact_id
            and k.reachability <> 'unreachable'
            and k.channel in ('email', 'fax', 'telephone', 'post')
            and not exists (select from attempt t where t.notice_id = c.notice_id
              and t.organization = c.organization and t.contact_id = k.id)
          order by contact_rank(k.channel, k.reachability, k.department), k.id
          limit 1) k
        where c.state = 'permanent-failure'
        on conflict do nothing
        returning *
      ), begun as (
        insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
          correlation_id, causation_id, traceparent, data)
        select 'attempt.created', cast(n.id as text), cast(n.id as text), n.seq, :now, :now,
          cast(n.notice_id as text), n.causation_id, cast(:trace as text),
          json_build_object('attemptId', n.id, 'noticeId', n.notice_id,
            'organization', n.organization, 'tier', n.tier, 'sender', n.sender,
            'channel', n.channel)
        from next n
      ), told as (
        insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
          correlation_id, causation_id, traceparent, data)
        select case c.state when 'sent' then 'attempt.sent' else 'attempt.failed' end,
          cast(c.id as text), cast(c.id as text), c.seq, :now, :now, cast(c.notice_id as text),
          c.causation_id, cast(:trace as text),
          json_strip_nulls(json_build_object('attemptId', c.id, 'noticeId', c.notice_id,
            'organization', c.organization, 'tier', c.tier, 'sender', c.sender,
            'channel', c.channel,
            'permanent', case when c.state <> 'sent' then c.state = 'permanent-failure' end,
            'reason', c.reason,
            'nextChannel', (select n.channel from next n
              where n.notice_id = c.notice_id and n.organization = c.organization)))
        from changed c
      )
      select c.id from changed c
      """;

  /**
   * An address that has failed for now, or has worked after it had failed. That a server takes a
   * mail says little about an address that nothing was known of. Whatever somebody is just changing
   * is left to them: nobody waits for this, and so nobody in a circle.
   */
  private static final String NOTE_ADDRESSES =
      """
      update contact c set
        reachability = case when v.state = 'sent' then 'reachable' else 'failing' end,
        reachability_since = :now,
        reachability_reason = case when v.state = 'sent' then null else v.reason end,
        reachability_by = a.sender
      from jsonb_to_recordset(cast(:verdicts as jsonb)) as v (
        id uuid, tries integer, state text, reason text, about_address boolean)
      join attempt a on a.id = v.id and a.tries = v.tries
      where c.id = a.contact_id
        and c.id in (
          select k.id from contact k
          where k.id in (select t.contact_id from attempt t
            join jsonb_to_recordset(cast(:verdicts as jsonb)) as w (id uuid) on w.id = t.id)
          order by k.id for no key update skip locked)
        and (v.state = 'sent' and c.reachability = 'failing'
          or v.state = 'temporary-failure' and v.about_address
            and c.reachability in ('untested', 'reachable'))
      """;

  private final EntityManager em;
  private final Outbox outbox;
  private final ObjectMapper json;

  AttemptTable(EntityManager em, Outbox outbox, ObjectMapper json) {
    this.em = em;
    this.outbox = outbox;
    this.json = json;
  }

  /** Those of the organisations that have an e-mail contact that is good. */
  @Transactional(Transactional.TxType.MANDATORY)
  Set<String> withMail(Collection<String> codes) {
    return new HashSet<>(
        em.createNativeQuery(WITH_MAIL, String.class)
            .setParameter("codes", codes.toArray(String[]::new))
            .getResultList());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<Claim> claim(Channel channel, int atMost, Instant now, Instant lease) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(CLAIM)
            .setParameter("channel", channel.wireName())
            .setParameter("atMost", atMost)
            .setParameter("now", now)
            .setParameter("lease", lease)
            .getResultList();
    return rows.stream().map(AttemptTable::claim).toList();
  }

  private static Claim claim(Object[] row) {
    UUID id = (UUID) row[0];
    return new Claim(
        id,
        ((Number) row[1]).intValue(),
        OrganizationCode.of((String) row[2]),
        OrganizationCode.of((String) row[3]),
        (UUID) row[4],
        new Message(
            id,
            (UUID) row[5],
            Usage.valueOf(((String) row[6]).toUpperCase(Locale.ROOT)),
            (String) row[7]));
  }

  /** As the statements take it. */
  private record Row(
      UUID id,
      int tries,
      String state,
      @Nullable String reason,
      @Nullable Instant due_at,
      boolean about_address) {}

  /**
   * @param automatic over which the suite itself sends
   * @return the attempts that these claims still held
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Set<UUID> record(
      List<Claim> claims, List<Verdict> verdicts, Collection<Channel> automatic, Instant now) {
    List<?> changed =
        em.createNativeQuery(RECORD, UUID.class)
            .setParameter("verdicts", write(rows(claims, verdicts)))
            .setParameter(
                "automatic", automatic.stream().map(Channel::wireName).toArray(String[]::new))
            .setParameter("now", now)
            .setParameter("trace", outbox.traceParent().orElse(null))
            .getResultList();
    if (!changed.isEmpty()) {
      outbox.wakeRelay();
    }
    Set<UUID> held = new HashSet<>();
    changed.forEach(id -> held.add((UUID) id));
    return held;
  }

  /** Last in its transaction, when every organisation that is to be locked is. */
  @Transactional(Transactional.TxType.MANDATORY)
  void noteAddresses(List<Claim> claims, List<Verdict> verdicts, Instant now) {
    em.createNativeQuery(NOTE_ADDRESSES)
        .setParameter("verdicts", write(rows(claims, verdicts)))
        .setParameter("now", now)
        .executeUpdate();
  }

  private static List<Row> rows(List<Claim> claims, List<Verdict> verdicts) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Verdict verdict = verdicts.get(i);
      rows.add(
          new Row(
              claims.get(i).id(),
              claims.get(i).tries(),
              verdict.state().wireName(),
              verdict.reason() == null ? null : verdict.reason().wireName(),
              verdict.dueAt(),
              verdict.state() != AttemptState.SENT && verdict.ofTheAddress()));
    }
    return rows;
  }

  private String write(List<Row> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of our own cannot be written", e);
    }
  }
}
