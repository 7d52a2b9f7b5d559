package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;

/** The rungs of a single notice, which its issuers may set differently, also when it is out. */
@ApplicationScoped
public class ChasingRules {

  private static final String WRITE =
      """
      insert into chase_rule as c (notice_id, version, remind, escalate_to_sender_after,
        escalate_to_issuer_after, set_by, set_at)
      values (:notice, 1, cast(:remind as integer[]), cast(:toSender as integer),
        cast(:toIssuer as integer), :by, :now)
      on conflict (notice_id) do update set version = c.version + 1, remind = excluded.remind,
        escalate_to_sender_after = excluded.escalate_to_sender_after,
        escalate_to_issuer_after = excluded.escalate_to_issuer_after,
        set_by = excluded.set_by, set_at = excluded.set_at
        where c.version = :version
      """;

  private final EntityManager em;
  private final Standings standings;
  private final ChaseProgress progress;
  private final Clock clock;

  ChasingRules(EntityManager em, Standings standings, ChaseProgress progress, Clock clock) {
    this.em = em;
    this.standings = standings;
    this.progress = progress;
    this.clock = clock;
  }

  /** For whoever may see the notice: everybody may know how it will be chased. */
  @Transactional
  public ChasingRuleView of(UUID notice, Actor reader) {
    return of(notice, standings.of(notice, reader.organization()), reader);
  }

  /** Takes the place of what was set before; holds from the next day's work on. */
  @Transactional
  public ChasingRuleView set(
      UUID notice, ChasingRuleForm form, @Nullable String ifMatch, Actor actor) {
    Standing standing = standings.of(notice, actor.organization());
    if (!standing.issuer()) {
      throw Refusal.forbidden("chasing.only-the-issuer");
    }
    int version = of(notice, standing, actor).version();
    Etags.require(ifMatch, version);
    Ladder ladder = judged(form);
    int written =
        em.createNativeQuery(WRITE)
            .setParameter("notice", notice)
            .setParameter("version", version)
            .setParameter(
                "remind", form.remind() == null ? null : ladder.remind().toArray(Integer[]::new))
            .setParameter("toSender", form.escalateToSenderAfter())
            .setParameter("toIssuer", form.escalateToIssuerAfter())
            .setParameter("by", actor.organization().value())
            .setParameter("now", clock.instant())
            .executeUpdate();
    if (written == 0) {
      throw Refusal.stale();
    }
    return of(notice, standing, actor);
  }

  private Ladder judged(ChasingRuleForm form) {
    Checks checks = new Checks();
    List<Integer> remind = checks.list("/remind", form.remind(), Ladder.MAX_RUNGS);
    checks.distinct("/remind", remind);
    for (int i = 0; i < remind.size(); i++) {
      checks.within("/remind/" + i, remind.get(i), -Ladder.MAX_RUNG, Ladder.MAX_RUNG);
    }
    checks.within("/escalateToSenderAfter", form.escalateToSenderAfter(), 0, Ladder.MAX_RUNG);
    checks.within("/escalateToIssuerAfter", form.escalateToIssuerAfter(), 0, Ladder.MAX_RUNG);
    Ladder ladder =
        progress.ladder(
            form.remind() == null ? null : remind.toArray(Integer[]::new),
            form.escalateToSenderAfter(),
            form.escalateToIssuerAfter());
    if (ladder.escalateToIssuerAfter() != 0
        && ladder.escalateToIssuerAfter() < ladder.escalateToSenderAfter()) {
      checks.add("/escalateToIssuerAfter", "chasing.issuer-before-sender");
    }
    checks.refuseIfAny();
    return ladder;
  }

  private ChasingRuleView of(UUID notice, Standing standing, Actor reader) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select version, remind, escalate_to_sender_after, escalate_to_issuer_after
                from chase_rule where notice_id = :notice
                """,
                Object[].class)
            .setParameter("notice", notice)
            .getResultList();
    Object[] set = rows.isEmpty() ? new Object[] {0, null, null, null} : rows.get(0);
    Ladder ladder = progress.ladder((Integer[]) set[1], (Integer) set[2], (Integer) set[3]);
    return new ChasingRuleView(
        notice,
        !rows.isEmpty(),
        ladder.remind(),
        ladder.escalateToSenderAfter(),
        ladder.escalateToIssuerAfter(),
        standing.issuer() && reader.has(Role.ISSUER) ? List.of("edit") : List.of(),
        Objects.requireNonNull((Integer) set[0]));
  }
}
