package org.todoke.notice.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/**
 * Reads the figures. One statement for each question, so that counters and waiting changes are seen
 * at the same moment; none of them touches more than the node asked for, or one page of its
 * children.
 */
@ApplicationScoped
class ProgressQueries {

  /** A corporation's own rows lie at each place; all others are added up from below. */
  private static final String NATION = "(p.tier <> 'corporation' or p.node = 'jp')";

  private static final String PREFECTURE =
      "p.prefecture = :node and (p.tier <> 'corporation' or p.node = :node)";
  private static final String MUNICIPALITY = "p.node = :node";

  /** Below a corporation the deliveries themselves are counted, in the caller's area only. */
  private static final String CORPORATION =
      """
      p.corporation = :node and p.tier = 'establishment'
        and (cast(:within as text) is null or :within in (p.prefecture, p.municipality))
      """;

  private static final String TIERS =
      "with "
          + Measure.UNREACHABLE_BY_NODE
          + " select p.tier, %s from %s p where p.notice_id = :notice and %s group by p.tier";

  /** Of a corporation, as the place sees it that looks. */
  private static final String CORPORATION_WITHIN =
      "coalesce(:node || '@' || cast(:within as text), :node)";

  /** Out of children and their figures, which may be those of an earlier moment. */
  static final String CHILDREN =
      """
      select c.code, o.kind, o.name, d.organization, d.reached_at, d.acknowledged_at,
        d.forwarded_at, d.finalized_at, d.answered_at, d.due_on, d.excused_reason, f.tier, %s
      from child c
      left join organization o on o.code = c.code
      left join delivery d on d.notice_id = :notice and d.organization = c.code
      left join figure f on f.code = c.code
      order by c.code
      """
          .formatted(Measure.names("f"));

  /**
   * The next level below the nation: whoever has figures or a delivery; the parts are read once.
   */
  private static final String PREFECTURES =
      children(
          """
          select p.prefecture as code, p.tier, %s from progress_part p
          where p.notice_id = :notice and p.prefecture <> ''
            and (p.tier <> 'corporation' or p.node = p.prefecture)
          group by p.prefecture, p.tier
          """,
          "p.prefecture",
          """
          select organization as code from delivery
          where notice_id = :notice and tier = 'prefecture'
          union
          select code from figure
          """);

  private static final String MUNICIPALITIES =
      children(
          """
          select p.node as code, p.tier, %s from progress_part p
          where p.notice_id = :notice and p.prefecture = :node and p.node <> :node
          group by p.node, p.tier
          """,
          "p.node",
          """
          select organization as code from delivery
          where notice_id = :notice and tier = 'municipality' and prefecture = :node
          union
          select code from figure
          """);

  /** In a municipality: its corporations, each with its establishments there and not elsewhere. */
  private static final String CORPORATIONS =
      children(
          """
          select p.corporation as code, p.tier, %s from progress_of_delivery p
          where p.notice_id = :notice and p.municipality = :node and p.tier = 'establishment'
            and p.corporation in (select corporation from corporation_place
              where notice_id = :notice and municipality = :node
                and (cast(:after as text) is null or corporation > :after)
              order by corporation limit :rows)
          group by p.corporation, p.tier
          """,
          "p.corporation || '@' || :node",
          """
          select corporation as code from corporation_place
          where notice_id = :notice and municipality = :node
          """);

  /** Establishments have nobody below them, so they come without figures. */
  private static final String ESTABLISHMENTS =
      children(
          """
          select p.organization as code, p.tier, %s from progress_of_delivery p
          where false
          group by p.organization, p.tier
          """,
          "p.organization",
          """
          select organization as code from delivery
          where notice_id = :notice and corporation = :node and tier = 'establishment'
            and (cast(:within as text) is null or :within in (prefecture, municipality))
          """);

  private final EntityManager em;

  ProgressQueries(EntityManager em) {
    this.em = em;
  }

  private static String children(String figures, String node, String candidates) {
    return """
    with %s, figure as materialized (
      %s
    ), child as materialized (
      select code from (%s) candidate
      where cast(:after as text) is null or code > :after
      order by code
      limit :rows
    )
    """
            .formatted(
                Measure.UNREACHABLE_BY_NODE, figures.formatted(Measure.sums(node)), candidates)
        + CHILDREN;
  }

  /** Rows of tier and measures. */
  @Transactional
  @SuppressWarnings("unchecked")
  List<Object[]> tiers(Viewpoint at, LocalDate today) {
    String source = "progress_part";
    String where;
    if (at.isNation()) {
      where = NATION;
    } else if (at.kind() == OrganizationKind.PREFECTURE) {
      where = PREFECTURE;
    } else if (at.kind() == OrganizationKind.MUNICIPALITY) {
      where = MUNICIPALITY;
    } else if (at.kind() == OrganizationKind.CORPORATION) {
      source = "progress_of_delivery";
      where = CORPORATION;
    } else {
      return List.of();
    }
    return bind(
            em.createNativeQuery(TIERS.formatted(Measure.sums(nodeOf(at)), source, where)),
            at,
            today)
        .getResultList();
  }

  /** The node itself, in SQL, as {@code unreachable_below} names it. */
  static String nodeOf(Viewpoint at) {
    if (at.isNation()) {
      return "'jp'";
    }
    return at.kind() == OrganizationKind.CORPORATION ? CORPORATION_WITHIN : ":node";
  }

  /** Rows of child, own delivery, tier and measures; see {@link #children}. */
  @Transactional
  @SuppressWarnings("unchecked")
  List<Object[]> children(Viewpoint at, LocalDate today, @Nullable String after, int rows) {
    String sql;
    if (at.isNation()) {
      sql = PREFECTURES;
    } else if (at.kind() == OrganizationKind.PREFECTURE) {
      sql = MUNICIPALITIES;
    } else if (at.kind() == OrganizationKind.MUNICIPALITY) {
      sql = CORPORATIONS;
    } else if (at.kind() == OrganizationKind.CORPORATION) {
      sql = ESTABLISHMENTS;
    } else {
      return List.of();
    }
    return bind(em.createNativeQuery(sql), at, today)
        .setParameter("after", after)
        .setParameter("rows", rows)
        .getResultList();
  }

  private static Query bind(Query query, Viewpoint at, LocalDate today) {
    return at.bind(query).setParameter("today", today);
  }
}
