package org.todoke.notice.progress;

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
 * @param status of the notice, and when it ended
 * @param within the caller's area, if it sees only that part of a corporation
 */
record Viewpoint(
    UUID noticeId,
    Usage usage,
    String node,
    @Nullable OrganizationKind kind,
    @Nullable String name,
    @Nullable String prefecture,
    boolean corporationInArea,
    boolean inAudience,
    String status,
    @Nullable Instant endedAt,
    @Nullable String within) {

  private static final Set<OrganizationKind> AREAS =
      EnumSet.of(OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY);

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

  /** Whether the notice still asks for anything, or did so until it was closed. */
  boolean isWaiting() {
    return !status.equals("cancelled") && !status.equals("superseded");
  }

  /** The day by which lateness is judged: of what is closed nobody gets later. */
  LocalDate today(Instant now) {
    return JapaneseDay.of(endedAt != null && endedAt.isBefore(now) ? endedAt : now);
  }

  boolean isNation() {
    return node.equals(NodeProgress.Node.NATION);
  }

  /** Whether it belongs to the notice even if nobody is below it. */
  boolean isPartOfTheNotice() {
    return inAudience || isNation();
  }

  NodeProgress.Node asNode() {
    return isNation() ? NodeProgress.Node.nation() : new NodeProgress.Node(node, kind, name);
  }
}
