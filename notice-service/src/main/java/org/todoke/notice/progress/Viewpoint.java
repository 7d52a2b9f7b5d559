package org.todoke.notice.progress;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;
import org.todoke.notice.place.Standing;
import org.todoke.web.JapaneseDay;

/**
 * A node of a notice, and who looks at it.
 *
 * @param kind none for the nation, and for a code that the directory does not know
 * @param prefecture where a municipality lies
 * @param inAudience whether the node itself has a delivery of the notice
 * @param status of the notice
 * @param within the caller's area, if it sees only that part of a corporation
 */
public record Viewpoint(
    UUID noticeId,
    Usage usage,
    String node,
    @Nullable OrganizationKind kind,
    @Nullable String name,
    @Nullable String prefecture,
    boolean corporationInArea,
    boolean inAudience,
    String status,
    Instant issuedAt,
    @Nullable Instant endedAt,
    @Nullable String within) {

  private static final Set<OrganizationKind> AREAS =
      EnumSet.of(OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY);

  private static final Set<OrganizationKind> NODES =
      EnumSet.of(
          OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY, OrganizationKind.CORPORATION);

  private static final String NOBODY =
      "select b.organization from delivery b where b.notice_id = :notice and false";

  /** Whether it is the caller's own node, or one below it; an issuer looks at all. */
  boolean isOpenTo(Standing standing) {
    String caller = standing.organization().value();
    if (node.equals(caller)) {
      return true;
    }
    if (isNation()) {
      return standing.issuer();
    }
    if (kind == null) {
      return false;
    }
    return switch (kind) {
      case PREFECTURE -> standing.issuer();
      case MUNICIPALITY -> standing.issuer() || caller.equals(prefecture);
      case CORPORATION -> standing.issuer() || AREAS.contains(standing.kind()) && corporationInArea;
      // Nobody is below them: they are no nodes.
      case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT -> false;
    };
  }

  /** As it stood at a moment: what ended the notice later had not happened yet. */
  Viewpoint asOf(Instant moment) {
    return endedAt == null || !endedAt.isAfter(moment)
        ? this
        : new Viewpoint(
            noticeId,
            usage,
            node,
            kind,
            name,
            prefecture,
            corporationInArea,
            inAudience,
            "issued",
            issuedAt,
            null,
            within);
  }

  /** Whether the notice has ended, in whatever way. */
  public boolean isOver() {
    return !status.equals("issued");
  }

  /** Whether the notice still asks for anything, or did so until it was closed. */
  public boolean isWaiting() {
    return !status.equals("cancelled") && !status.equals("superseded");
  }

  /** The day by which lateness is judged: of what is closed nobody gets later. */
  public LocalDate today(Instant now) {
    return JapaneseDay.of(until(now));
  }

  /** Up to which moment time passes: not beyond the end of the notice. */
  public Instant until(Instant now) {
    return endedAt != null && endedAt.isBefore(now) ? endedAt : now;
  }

  /**
   * The codes of everybody below the node, as a query. Mentions {@code :notice}, and what {@link
   * #bind} sets.
   */
  public String everybodyBelow() {
    if (isNation()) {
      return "select b.organization from delivery b where b.notice_id = :notice";
    }
    if (kind == null) {
      return NOBODY;
    }
    return switch (kind) {
      case PREFECTURE ->
          """
          select b.organization from delivery b where b.notice_id = :notice and b.prefecture = :node
            and b.tier not in ('prefecture', 'corporation')
          union
          select p.corporation from corporation_place p
          where p.notice_id = :notice and p.prefecture = :node
          """;
      case MUNICIPALITY ->
          """
          select b.organization from delivery b where b.notice_id = :notice
            and b.municipality = :node and b.tier = 'establishment'
          union
          select p.corporation from corporation_place p
          where p.notice_id = :notice and p.municipality = :node
          """;
      case CORPORATION ->
          """
          select b.organization from delivery b where b.notice_id = :notice
            and b.corporation = :node and b.tier = 'establishment'
            and (cast(:within as text) is null or :within in (b.prefecture, b.municipality))
          """;
      case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT -> NOBODY;
    };
  }

  /** Sets the parameters that a query about those below the node mentions. */
  public Query bind(Query query) {
    query.setParameter("notice", noticeId);
    if (!isNation() && kind != null && NODES.contains(kind)) {
      query.setParameter("node", node);
      if (kind == OrganizationKind.CORPORATION) {
        query.setParameter("within", within);
      }
    }
    return query;
  }

  boolean isNation() {
    return node.equals(NodeProgress.Node.NATION);
  }

  /** Whether it belongs to the notice even if nobody is below it. */
  boolean isPartOfTheNotice() {
    return inAudience || isNation();
  }

  public NodeProgress.Node asNode() {
    return isNation() ? NodeProgress.Node.nation() : new NodeProgress.Node(node, kind, name);
  }
}
