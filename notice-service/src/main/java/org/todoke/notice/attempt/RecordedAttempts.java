package org.todoke.notice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.AttemptRules;
import org.todoke.notice.delivery.Delivery;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/** What people record of attempts, in the database. The delivery is locked by whoever asks. */
@ApplicationScoped
class RecordedAttempts {

  /** More than anybody tries; keeps what hangs on one delivery small. */
  static final int MAX_FACTS = 100;

  private static final String LAST =
      """
      select a.attempt_id, a.state, a.time, a.sender from delivery_attempt a
      where a.notice_id = :notice and a.organization = :organization and a.channel = :channel
      order by a.since desc, a.recorded_time desc, a.attempt_id desc
      limit 1
      """;

  /** Ways of the directory that a person serves and that nobody has tried yet. */
  private static final String UNTRIED =
      """
      select c.channel from organization o cross join lateral unnest(o.channels) c (channel)
      where o.code = :organization and c.channel <> :but and not exists (
        select from delivery_attempt_fact f
        where f.notice_id = :notice and f.organization = :organization
          and f.channel = c.channel)
      """;

  private static final String KEEP =
      """
      with attempted as (
        insert into attempted_tier (notice_id, tier) values (:notice, :tier) on conflict do nothing
      )
      insert into delivery_attempt_fact (notice_id, organization, attempt_id, stream, seq, tier,
        channel, sender, state, reason, exhausted, time, recorded_time, actor)
      values (:notice, :organization, :attempt, 1, :seq, :tier, :channel, :sender, :state,
        cast(:reason as text), :exhausted, :time, :recorded, :actor)
      """;

  private final EntityManager em;

  RecordedAttempts(EntityManager em) {
    this.em = em;
  }

  /**
   * An attempt as far as it is.
   *
   * @param time when it came into its state
   * @param sender in whose list it waits
   */
  record Known(
      UUID id, Channel channel, AttemptState state, Instant time, OrganizationCode sender) {

    boolean says(AttemptState other, Instant at) {
      return state == other && time.equals(at);
    }

    boolean goesOn(AttemptState other) {
      return AttemptRules.next(state).contains(other);
    }

    /** The same each time, so that nothing is begun twice. */
    Known followedBy(Channel next) {
      UUID other =
          UUID.nameUUIDFromBytes((id + "/" + next.wireName()).getBytes(StandardCharsets.UTF_8));
      return new Known(other, next, AttemptState.CREATED, time, sender);
    }
  }

  /** Of a notice that the caller was found to be allowed to see. */
  Instant issuedAt(UUID notice) {
    return (Instant)
        em.createNativeQuery("select issued_at from notice where id = :notice", Instant.class)
            .setParameter("notice", notice)
            .getSingleResult();
  }

  Optional<Known> last(UUID notice, OrganizationCode organization, Channel channel) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(LAST, Object[].class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("channel", channel.wireName())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Known(
                    (UUID) row[0],
                    channel,
                    AttemptRules.state((String) row[1]),
                    (Instant) row[2],
                    OrganizationCode.of((String) row[3])))
        .findFirst();
  }

  /** The first in their order that is left, where one is. */
  Optional<Channel> nextAfter(UUID notice, OrganizationCode organization, Channel tried) {
    List<?> untried =
        em.createNativeQuery(UNTRIED, String.class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("but", tried.wireName())
            .getResultList();
    return AttemptRules.RECORDED.stream()
        .filter(channel -> untried.contains(channel.wireName()))
        .findFirst();
  }

  void requireRoom(UUID notice, OrganizationCode organization) {
    Number facts =
        (Number)
            em.createNativeQuery(
                    """
                    select count(*) from delivery_attempt_fact
                    where notice_id = :notice and organization = :organization
                    """)
                .setParameter("notice", notice)
                .setParameter("organization", organization.value())
                .getSingleResult();
    if (facts.intValue() >= MAX_FACTS) {
      throw Refusal.conflict("attempt.too-many", MAX_FACTS);
    }
  }

  void keep(
      Delivery delivery,
      Known attempt,
      AttemptState state,
      @Nullable AttemptFailure reason,
      boolean exhausted,
      Instant time,
      Instant recorded,
      Actor actor) {
    em.createNativeQuery(KEEP)
        .setParameter("notice", delivery.noticeId())
        .setParameter("organization", delivery.organization().value())
        .setParameter("attempt", attempt.id())
        .setParameter("seq", delivery.lastFact())
        .setParameter("tier", delivery.tier().wireName())
        .setParameter("channel", attempt.channel().wireName())
        .setParameter("sender", attempt.sender().value())
        .setParameter("state", state.wireName())
        .setParameter("reason", reason == null ? null : reason.wireName())
        .setParameter("exhausted", exhausted)
        .setParameter("time", time)
        .setParameter("recorded", recorded)
        .setParameter("actor", actor.organization().value())
        .executeUpdate();
  }
}
