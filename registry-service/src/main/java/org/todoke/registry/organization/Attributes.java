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
 * @param site where exactly it is
 */
public record Attributes(
    String name,
    @Nullable String nameKana,
    @Nullable OrganizationCode parent,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    List<String> services,
    Site site) {

  public Attributes {
    services = services.stream().distinct().sorted().toList();
  }

  /** Of an organisation of which nobody knows where exactly it is. */
  public Attributes(
      String name,
      @Nullable String nameKana,
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      List<String> services) {
    this(name, nameKana, parent, prefecture, municipality, corporation, services, Site.UNKNOWN);
  }

  /** The same in another spot. */
  public Attributes withSite(Site other) {
    return new Attributes(
        name, nameKana, parent, prefecture, municipality, corporation, services, other);
  }

  Attributes withServices(List<String> others) {
    return new Attributes(
        name, nameKana, parent, prefecture, municipality, corporation, others, site);
  }

  /** The same with another name. */
  public Attributes withName(String otherName, @Nullable String otherKana) {
    return new Attributes(
        otherName, otherKana, parent, prefecture, municipality, corporation, services, site);
  }
}
