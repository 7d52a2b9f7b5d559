package org.todoke.notice.place;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** An organisation and its lines, as the directory has them at present. */
public record Place(
    OrganizationCode code,
    OrganizationKind kind,
    String name,
    @Nullable OrganizationCode parent,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    boolean active) {

  private static final Set<OrganizationKind> ISSUERS =
      EnumSet.of(
          OrganizationKind.MINISTRY,
          OrganizationKind.DIVISION,
          OrganizationKind.PREFECTURE,
          OrganizationKind.MUNICIPALITY);

  /** Whether papers are issued in its name; operators and their associations only pass them on. */
  public boolean mayIssue() {
    return active && ISSUERS.contains(kind);
  }

  /** The public body that it acts for: of a division its ministry, of anything else itself. */
  public OrganizationCode body() {
    return kind == OrganizationKind.DIVISION && parent != null ? parent : code;
  }

  /** Whether the whole country is below it. */
  public boolean isNational() {
    return kind == OrganizationKind.MINISTRY || kind == OrganizationKind.DIVISION;
  }

  /** The tiers that can be below it. */
  public Set<OrganizationKind> tiersBelow() {
    return switch (kind) {
      case MINISTRY, DIVISION ->
          EnumSet.of(
              OrganizationKind.PREFECTURE,
              OrganizationKind.MUNICIPALITY,
              OrganizationKind.ASSOCIATION,
              OrganizationKind.CORPORATION,
              OrganizationKind.ESTABLISHMENT);
      case PREFECTURE ->
          EnumSet.of(
              OrganizationKind.MUNICIPALITY,
              OrganizationKind.ASSOCIATION,
              OrganizationKind.CORPORATION,
              OrganizationKind.ESTABLISHMENT);
      case MUNICIPALITY -> EnumSet.of(OrganizationKind.CORPORATION, OrganizationKind.ESTABLISHMENT);
      case CORPORATION -> EnumSet.of(OrganizationKind.ESTABLISHMENT);
      case ASSOCIATION, ESTABLISHMENT -> EnumSet.noneOf(OrganizationKind.class);
    };
  }

  /** Whether the area (a prefecture or a municipality) is this organisation's own or inside it. */
  public boolean covers(Place area) {
    return isNational()
        || area.code.equals(code)
        || (kind == OrganizationKind.PREFECTURE
            && area.kind == OrganizationKind.MUNICIPALITY
            && code.equals(area.prefecture));
  }
}
