package org.todoke.registry.organization;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;

/** Reads what the database has by its name on the wire, where a row is no entity. */
public final class WireNames {

  private WireNames() {}

  public static OrganizationKind kind(String wireName) {
    return Arrays.stream(OrganizationKind.values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  public static OrganizationState state(String wireName) {
    return Arrays.stream(OrganizationState.values())
        .filter(state -> state.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  /** Null for what never stood in a list. */
  public static @Nullable Listing listing(@Nullable String wireName) {
    return Arrays.stream(Listing.values())
        .filter(listing -> listing.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
