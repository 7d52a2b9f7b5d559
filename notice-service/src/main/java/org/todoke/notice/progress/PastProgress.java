package org.todoke.notice.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.place.AsSuite;

/**
 * The figures as they were at an earlier moment: counted anew from the deliveries as the facts had
 * made them by then, by the definition that the figures of today are checked against. Nothing is
 * kept for it. It takes about as long as reading all facts of those who are looked at.
 */
@ApplicationScoped
class PastProgress {

  /** The same for what was tried to reach them: its table and the views that look at it. */
  private static final String ATTEMPTS =
      """
      , delivery_attempt_fact as materialized (
        select * from delivery_attempt_fact where notice_id = :notice and recorded_time <= :asOf
      ), attempted_tier as (
        select distinct notice_id, tier from delivery_attempt_fact
      ), delivery_attempt as (%s), unreachable_delivery as (%s), unreachable_below as (%s),
      """;

  private static final String TIERS =
      """
      select p.tier, %s from %s p
      where p.notice_id = :notice and p.organization in (%s)
      group by p.tier
      """;

  private static final String CHILD =
      """
      , child as materialized (
        select code from (%s) candidate
        where code is not null and (cast(:after as text) is null or code > :after)
        order by code
        limit :rows
      ), figure as materialized (
        select b.code, p.tier, %s
        from %s p join (%s) b on b.organization = p.organization
        where p.notice_id = :notice
        group by b.code, p.tier
      )
      """;

  /**
   * The next level below a node.
   *
   * @param candidates their codes
   * @param node as {@code unreachable_below} names them
   * @param below whom each of them has below it
   */
  private record Level(String candidates, String node, String below) {}

  private static final String CODE = "b.code";

  private static final Level PREFECTURES =
      new Level(
          """
          select organization as code from delivery where tier = 'prefecture'
          union
          select prefecture from delivery where tier not in ('prefecture', 'corporation')
          union
          select prefecture from corporation_place
          """,
          CODE,
          """
          select d.organization, d.prefecture as code from delivery d
          where d.tier not in ('prefecture', 'corporation')
            and d.prefecture in (select code from child)
          union
          select corporation, prefecture from corporation_place
          where prefecture in (select code from child)
          """);

  private static final Level MUNICIPALITIES =
      new Level(
          """
          select organization as code from delivery
          where tier = 'municipality' and prefecture = :node
          union
          select municipality from delivery where tier = 'establishment' and prefecture = :node
          union
          select municipality from corporation_place where prefecture = :node
          """,
          CODE,
          """
          select d.organization, d.municipality as code from delivery d
          where d.tier = 'establishment' and d.municipality in (select code from child)
          union
          select corporation, municipality from corporation_place
          where municipality in (select code from child)
          """);

  private static final Level CORPORATIONS =
      new Level(
          "select corporation as code from corporation_place where municipality = :node",
          CODE + " || '@' || :node",
          """
          select d.organization, d.corporation as code from delivery d
          where d.tier = 'establishment' and d.municipality = :node
            and d.corporation in (select code from child)
          """);

  private static final Level ESTABLISHMENTS =
      new Level(
          """
          select organization as code from delivery
          where corporation = :node and tier = 'establishment'
            and (cast(:within as text) is null or :within in (prefecture, municipality))
          """,
          CODE,
          "select organization, organization as code from delivery where false");

  private final EntityManager em;
  private final PastTables tables;

  PastProgress(EntityManager em, PastTables tables) {
    this.em = em;
    this.tables = tables;
  }

  /** Rows of tier and measures. */
  List<Object[]> tiers(Viewpoint at, AsOf asOf) {
    return AsSuite.read(
        () ->
            rows(
                tables.with(at.everybodyBelow())
                    + attempts()
                    + TIERS.formatted(
                        Measure.sums(ProgressQueries.nodeOf(at)),
                        tables.view("progress_of_delivery"),
                        at.everybodyBelow()),
                at,
                asOf,
                null,
                0));
  }

  /** Rows of child, own delivery, tier and measures. */
  List<Object[]> children(Viewpoint at, AsOf asOf, @Nullable String after, int rows) {
    Level level = level(at);
    if (level == null) {
      return List.of();
    }
    return AsSuite.read(
        () ->
            rows(
                tables.with(at.everybodyBelow())
                    + attempts()
                    + CHILD.formatted(
                        level.candidates(),
                        Measure.sums(level.node()),
                        tables.view("progress_of_delivery"),
                        level.below())
                    + ProgressQueries.CHILDREN,
                at,
                asOf,
                after,
                rows));
  }

  private String attempts() {
    return ATTEMPTS.formatted(
            tables.view("delivery_attempt"),
            tables.view("unreachable_delivery"),
            tables.view("unreachable_below"))
        + Measure.UNREACHABLE_BY_NODE;
  }

  private static @Nullable Level level(Viewpoint at) {
    if (at.isNation()) {
      return PREFECTURES;
    }
    OrganizationKind kind = at.kind();
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case PREFECTURE -> MUNICIPALITIES;
      case MUNICIPALITY -> CORPORATIONS;
      case CORPORATION -> ESTABLISHMENTS;
      case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT -> null;
    };
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(
      String sql, Viewpoint at, AsOf asOf, @Nullable String after, int limit) {
    tables.joinWhole();
    var query =
        at.bind(em.createNativeQuery(sql))
            .setParameter("asOf", asOf.moment())
            .setParameter("today", at.today(asOf.moment()));
    if (limit > 0) {
      query.setParameter("after", after).setParameter("rows", limit);
    }
    return query.getResultList();
  }
}
