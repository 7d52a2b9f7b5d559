package org.todoke.registry.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.web.Refusal;

/** Knows the rule of each kind of change; the ministry sets them, for the whole country. */
@ApplicationScoped
public class ApprovalRules {

  private final EntityManager entityManager;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final Clock clock;

  ApprovalRules(
      EntityManager entityManager, Standings standings, CurrentActor currentActor, Clock clock) {
    this.entityManager = entityManager;
    this.standings = standings;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** One for each kind. */
  @Transactional
  public List<ApprovalRule> all() {
    Stream<?> rows =
        entityManager
            .createNativeQuery(
                "select kind, effect, set_by, set_at from approval_rule", Object[].class)
            .getResultStream();
    Map<ChangeKind, ApprovalRule> set =
        rows.map(row -> rule((Object[]) row))
            .collect(Collectors.toMap(ApprovalRule::kind, Function.identity()));
    return Arrays.stream(ChangeKind.values())
        .map(kind -> set.getOrDefault(kind, new ApprovalRule(kind, kind.usual(), null, null)))
        .toList();
  }

  @Transactional
  public Effect of(ChangeKind kind) {
    return all().stream()
        .filter(rule -> rule.kind() == kind)
        .map(ApprovalRule::effect)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What was proposed before stays as it was proposed. Setting the same again changes nothing.
   *
   * @throws Refusal (forbidden) {@code approval-rule.ministry-only}
   */
  @Transactional
  public ApprovalRule set(ChangeKind kind, Effect effect) {
    if (standings.reachOfCaller() != Standings.Reach.COUNTRY) {
      throw Refusal.forbidden("approval-rule.ministry-only");
    }
    entityManager
        .createNativeQuery(
            """
            insert into approval_rule as r (kind, effect, set_by, set_at)
            values (:kind, :effect, :by, :now)
            on conflict (kind) do update
               set effect = excluded.effect, set_by = excluded.set_by, set_at = excluded.set_at
             where r.effect <> excluded.effect""")
        .setParameter("kind", kind.wireName())
        .setParameter("effect", effect.wireName())
        .setParameter("by", currentActor.get().organization().value())
        .setParameter("now", clock.instant())
        .executeUpdate();
    return all().stream().filter(rule -> rule.kind() == kind).findFirst().orElseThrow();
  }

  private static ApprovalRule rule(Object[] row) {
    return new ApprovalRule(
        Arrays.stream(ChangeKind.values())
            .filter(kind -> kind.wireName().equals(row[0]))
            .findFirst()
            .orElseThrow(),
        Effect.of((String) row[1]),
        OrganizationCode.of((String) row[2]),
        (Instant) row[3]);
  }
}
