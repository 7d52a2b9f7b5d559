package org.todoke.notice.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.input.Checks;

/** The office days that each tier is given from its own receipt on. */
@ApplicationScoped
public class Allowances {

  /** About a year. */
  public static final int MAX = 250;

  private static final String WRITE =
      """
      insert into notice_allowance (notice_id, tier, office_days, given)
      select cast(:notice as uuid), a.tier, a.office_days, a.given
      from unnest(cast(:tiers as text[]), cast(:days as integer[]), cast(:given as boolean[]))
        a (tier, office_days, given)
      """;

  private final EntityManager em;
  private final DeadlineConfig config;

  Allowances(EntityManager em, DeadlineConfig config) {
    this.em = em;
    this.config = config;
  }

  /** What an author wrote; null where nothing was. */
  public static @Nullable Map<OrganizationKind, Integer> judge(
      String pointer, @Nullable Map<OrganizationKind, @Nullable Integer> given, Checks checks) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    var judged = new EnumMap<OrganizationKind, Integer>(OrganizationKind.class);
    given.forEach(
        (tier, days) -> {
          String at = pointer + "/" + tier.wireName();
          if (days == null) {
            checks.add(at, "value.required");
          } else {
            checks.within(at, days, 1, MAX).ifPresent(good -> judged.put(tier, good));
          }
        });
    return judged;
  }

  /**
   * Writes down what holds for a notice that goes out: for each tier the shortest that the issuer
   * gives, or else the default. A paper that neither names a date nor gives days asks nobody to
   * hurry.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void freeze(
      UUID notice,
      boolean namesADate,
      Collection<? extends @Nullable Map<OrganizationKind, Integer>> given) {
    var shortest = new TreeMap<OrganizationKind, Integer>();
    for (Map<OrganizationKind, Integer> each : given) {
      if (each != null) {
        each.forEach((tier, days) -> shortest.merge(tier, days, Math::min));
      }
    }
    if (shortest.isEmpty() && !namesADate) {
      return;
    }
    Map<OrganizationKind, Integer> all = new TreeMap<>(defaults());
    all.putAll(shortest);
    em.createNativeQuery(WRITE)
        .setParameter("notice", notice)
        .setParameter(
            "tiers", all.keySet().stream().map(OrganizationKind::wireName).toArray(String[]::new))
        .setParameter("days", all.values().toArray(Integer[]::new))
        .setParameter(
            "given", all.keySet().stream().map(shortest::containsKey).toArray(Boolean[]::new))
        .executeUpdate();
  }

  private Map<OrganizationKind, Integer> defaults() {
    DeadlineConfig.Allowance days = config.allowance();
    return Map.of(
        OrganizationKind.PREFECTURE, days.prefecture(),
        OrganizationKind.MUNICIPALITY, days.municipality(),
        OrganizationKind.UNION, days.union(),
        OrganizationKind.ASSOCIATION, days.association(),
        OrganizationKind.CORPORATION, days.corporation(),
        OrganizationKind.ESTABLISHMENT, days.establishment());
  }
}
