package org.todoke.registry.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * What may change about an organisation while it stays the same one.
 *
 * @param parent above it in the jurisdiction line
 * @param prefecture where it lies; for a corporation, where its head office is
 * @param municipality as {@code prefecture}
 * @param corporation who runs an establishment
 * @param services codes of the service types that an establishment offers, sorted
 */
public record Attributes(
    String name,
    @Nullable String nameKana,
    @Nullable OrganizationCode parent,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    List<String> services) {

  public Attributes {
    services = services.stream().distinct().sorted().toList();
  }

  /** The same with another name. */
  public Attributes withName(String otherName, @Nullable String otherKana) {
    return new Attributes(
        otherName, otherKana, parent, prefecture, municipality, corporation, services);
  }
}
