package org.todoke.registry.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.place.PlaceView.FormerName;
import org.todoke.registry.place.PlaceView.Successor;

/**
 * A code on the way from what was asked for to what it is today: what the lists say of it, and the
 * organisation that has it.
 *
 * @param steps 0 for the code that was asked for
 * @param listedKind null if no list of places has it
 * @param organizationKind null if no organisation has it
 */
record PlaceRow(
    String code,
    int steps,
    @Nullable String listedKind,
    @Nullable String listedName,
    @Nullable String listedKana,
    @Nullable String municipality,
    @Nullable String listedPrefecture,
    @Nullable LocalDate listedTo,
    @Nullable String reason,
    @Nullable String organizationKind,
    @Nullable String organizationName,
    @Nullable String organizationKana,
    @Nullable String organizationPrefecture,
    @Nullable LocalDate closedOn) {

  static PlaceRow of(Object[] row) {
    return new PlaceRow(
        (String) row[0],
        ((Number) row[1]).intValue(),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (LocalDate) row[7],
        (String) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        (String) row[12],
        (LocalDate) row[13]);
  }

  boolean isKnown() {
    return organizationKind != null || listedKind != null;
  }

  /** The registry of organisations knows better than a list what has become of a code. */
  PlaceKind kind() {
    return PlaceKind.of(organizationKind != null ? organizationKind : given(listedKind));
  }

  String name() {
    return organizationName != null ? organizationName : given(listedName);
  }

  @Nullable String kana() {
    return organizationName != null ? organizationKana : listedKana;
  }

  OrganizationCode prefecture() {
    return OrganizationCode.of(
        organizationPrefecture != null
            ? organizationPrefecture
            : listedPrefecture != null ? listedPrefecture : "lg:" + code);
  }

  @Nullable OrganizationCode city() {
    return municipality == null ? null : OrganizationCode.of(municipality);
  }

  boolean isActiveOrganization() {
    return organizationKind != null && closedOn == null;
  }

  /**
   * Who governs there as long as the code is in use; null once it is not, and where nobody does.
   */
  @Nullable OrganizationCode governor() {
    return isActiveOrganization() ? OrganizationCode.of("lg:" + code) : city();
  }

  /** The last day of the code; null while it is in use. */
  @Nullable LocalDate validTo() {
    return organizationKind != null ? closedOn : listedTo;
  }

  @Nullable EndReason endReason() {
    return organizationKind != null || reason == null ? null : EndReason.of(reason);
  }

  Successor asSuccessor() {
    return new Successor(code, kind(), name());
  }

  /** Null unless a list remembers another name of an organisation's code. */
  @Nullable FormerName formerName() {
    return organizationKind == null || listedName == null || listedTo == null
        ? null
        : new FormerName(listedName, listedTo);
  }

  private String given(@Nullable String value) {
    if (value == null) {
      throw new IllegalStateException("nothing is known of the code " + code);
    }
    return value;
  }
}
