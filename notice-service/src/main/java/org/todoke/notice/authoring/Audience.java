package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.contracts.DepartmentDuty;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * The rule that says whom a notice is for. It is applied once, when the notice is issued.
 *
 * @param tiers everybody of these kinds in the issuer's jurisdiction
 * @param directTo of the tiers, those to whom the issuer itself sends it; the others wait for
 *     somebody above them to pass it on. Of the associations, it sends to its own only
 * @param within prefectures and municipalities to which it is limited; none is no limit
 * @param departments to which departments of local governments it is addressed. Limits nothing: a
 *     government that has none of them gets it as a whole
 * @param serviceTypes limits it to establishments that offer any of these, and to those above who
 *     have such establishments below them; none is no limit
 * @param additions who is in it besides, by name; the issuer sends it to them itself
 * @param exceptions who is not in it, whatever else says so
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Audience(
    List<OrganizationKind> tiers,
    List<OrganizationKind> directTo,
    List<OrganizationCode> within,
    List<DepartmentDuty> departments,
    List<String> serviceTypes,
    List<Addition> additions,
    List<Exemption> exceptions) {

  /** Somebody by name, and why. */
  @Schema(name = "AudienceAddition")
  public record Addition(OrganizationCode organization, String reason) {}

  /**
   * Somebody by name, and why.
   *
   * @param withThoseBelow everybody below it in the lines as well
   */
  @Schema(name = "AudienceException")
  public record Exemption(OrganizationCode organization, String reason, boolean withThoseBelow) {}

  public Audience {
    // Absent lists in what was stored are empty ones.
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    directTo = directTo == null ? List.of() : List.copyOf(directTo);
    within = within == null ? List.of() : List.copyOf(within);
    departments = departments == null ? List.of() : List.copyOf(departments);
    serviceTypes = serviceTypes == null ? List.of() : List.copyOf(serviceTypes);
    additions = additions == null ? List.of() : List.copyOf(additions);
    exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
  }

  static Audience empty() {
    return new Audience(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  List<OrganizationCode> added() {
    return additions.stream().map(Addition::organization).toList();
  }

  /** Why somebody was named or left out is between the issuers, and so is whom it concerns. */
  Audience forReaders() {
    return new Audience(tiers, directTo, within, departments, serviceTypes, List.of(), List.of());
  }

  Audience withoutAdditions() {
    return new Audience(tiers, directTo, within, departments, serviceTypes, List.of(), exceptions);
  }

  Audience withoutExceptions() {
    return new Audience(tiers, directTo, within, departments, serviceTypes, additions, List.of());
  }
}
