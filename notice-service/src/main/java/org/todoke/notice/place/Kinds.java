package org.todoke.notice.place;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.todoke.contracts.OrganizationKind;

/** Between a kind of organisation and its name in the database. */
public final class Kinds {

  private static final Map<String, OrganizationKind> BY_NAME =
      Arrays.stream(OrganizationKind.values())
          .collect(Collectors.toUnmodifiableMap(OrganizationKind::wireName, k -> k));

  private Kinds() {}

  /**
   * @throws IllegalArgumentException if there is no such kind
   */
  public static OrganizationKind ofWireName(String name) {
    OrganizationKind kind = BY_NAME.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of organisation: " + name);
    }
    return kind;
  }
}
