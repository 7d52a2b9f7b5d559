package org.todoke.notice.place;

import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * What an organisation is to a notice that it may see: one of its issuers, or somebody whom it has
 * reached.
 *
 * @param kind null only for an issuer that the directory no longer knows
 * @param underway whether the notice is out and not over, so that something can be done about it
 */
public record Standing(
    OrganizationCode organization,
    @Nullable OrganizationKind kind,
    boolean issuer,
    boolean underway) {

  /** False, with the parameter in it, so that callers need not tell the cases apart. */
  private static final String NONE = "cast(:viewer as text) is null";

  /**
   * SQL that is true for the rows of {@code delivery} below this organisation; an issuer has all.
   * Mentions the parameter {@code :viewer} where {@link #usesViewer()} says so.
   *
   * @param d alias of the table {@code delivery}
   */
  public String below(String d) {
    if (issuer) {
      return "true";
    }
    if (kind == null) {
      return NONE;
    }
    return switch (kind) {
      case PREFECTURE ->
          """
          (%1$s.prefecture = :viewer or %1$s.tier = 'corporation' and exists (
             select from corporation_place cp where cp.notice_id = %1$s.notice_id
               and cp.corporation = %1$s.organization and cp.prefecture = :viewer))
          """
              .formatted(d);
      case MUNICIPALITY ->
          """
          (%1$s.municipality = :viewer or %1$s.tier = 'corporation' and exists (
             select from corporation_place cp where cp.notice_id = %1$s.notice_id
               and cp.corporation = %1$s.organization and cp.municipality = :viewer))
          """
              .formatted(d);
      case CORPORATION -> "%s.corporation = :viewer".formatted(d);
      // A ministry looks into what it issued, not into what others did.
      // The members of a union are beside it, not below it.
      case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT -> NONE;
    };
  }

  /** SQL that is true for the rows that it may see: its own, and those below it. */
  public String visible(String d) {
    return issuer ? "true" : "(%s.organization = :viewer or %s)".formatted(d, below(d));
  }

  /**
   * The codes of everybody whom it may see, as a query for lists: where a notice has 260,000 rows,
   * {@link #visible} would have to be asked of each. Mentions {@code :notice} and {@code :viewer};
   * not for an issuer, who may see all.
   */
  public String everybodyVisible() {
    String below =
        kind == null
            ? ""
            : switch (kind) {
              case PREFECTURE -> setBelow("prefecture");
              case MUNICIPALITY -> setBelow("municipality");
              case CORPORATION ->
                  """
                  union all select b.organization from delivery b
                  where b.notice_id = :notice and b.corporation = :viewer
                  """;
              case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT -> "";
            };
    return "select cast(:viewer as text) where cast(:notice as uuid) is not null " + below;
  }

  private static String setBelow(String line) {
    return """
    union all select b.organization from delivery b
    where b.notice_id = :notice and b.%1$s = :viewer
    union all select cp.corporation from corporation_place cp
    where cp.notice_id = :notice and cp.%1$s = :viewer
    """
        .formatted(line);
  }

  /** Whether the pieces of SQL mention {@code :viewer}. */
  public boolean usesViewer() {
    return !issuer;
  }
}
