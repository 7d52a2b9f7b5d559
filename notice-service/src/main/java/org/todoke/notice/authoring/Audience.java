package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * The rule that says whom a notice is for. It is applied once, when the notice is issued.
 *
 * @param tiers everybody of these kinds in the issuer's jurisdiction
 * @param directTo of the tiers, those to whom the issuer itself sends it; the others wait for
 *     somebody above them to pass it on. Of the associations, it sends to its own only
 * @param within prefectures and municipalities to which it is limited; none is no limit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Audience(
    List<OrganizationKind> tiers, List<OrganizationKind> directTo, List<OrganizationCode> within) {

  public Audience {
    // Absent lists in what was stored are empty ones.
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    directTo = directTo == null ? List.of() : List.copyOf(directTo);
    within = within == null ? List.of() : List.copyOf(within);
  }
}
