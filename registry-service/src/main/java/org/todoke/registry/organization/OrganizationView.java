package org.todoke.registry.organization;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;

/** An organisation as one caller sees it. */
@Schema(
    name = "Organization",
    description = "An organisation as the caller sees it",
    requiredProperties = {
      "code",
      "kind",
      "name",
      "serviceTypes",
      "channels",
      "state",
      "validFrom",
      "version",
      "warnings",
      "permittedActions"
    })
public record OrganizationView(
    OrganizationCode code,
    OrganizationKind kind,
    String name,
    @Nullable String nameKana,
    @Schema(description = "Directly above it in the jurisdiction line")
        @Nullable OrganizationCode parent,
    @Schema(description = "Where it lies; for a corporation, where its head office is")
        @Nullable OrganizationCode prefecture,
    @Schema(description = "As prefecture") @Nullable OrganizationCode municipality,
    @Schema(description = "Who runs it; establishments only")
        @Nullable OrganizationCode corporation,
    @Schema(description = "Codes of the services that it offers; establishments only")
        List<String> serviceTypes,
    @Schema(description = "By which ways it can be reached; the contacts themselves are apart")
        List<Channel> channels,
    OrganizationState state,
    @Schema(description = "The first day on which it exists") LocalDate validFrom,
    @Schema(description = "The last day on which it existed; only when closed")
        @Nullable LocalDate validTo,
    @Schema(description = "For If-Match, in quotes; also the ETag of the organisation itself")
        int version,
    @Schema(
            description =
                "What is odd about its number without being wrong: establishment-number.check-digit, establishment-number.other-prefecture")
        List<String> warnings,
    @Schema(description = "What the caller may do next: change, close, read-contacts, add-contact")
        List<String> permittedActions) {

  static OrganizationView of(Organization organization, Standing standing) {
    Attributes attributes = organization.attributes();
    return new OrganizationView(
        organization.code(),
        organization.kind(),
        attributes.name(),
        attributes.nameKana(),
        attributes.parent(),
        attributes.prefecture(),
        attributes.municipality(),
        attributes.corporation(),
        attributes.services(),
        organization.channels(),
        organization.state(),
        organization.validFrom(),
        organization.validTo(),
        organization.version(),
        OrganizationRules.warningsAbout(organization.code(), attributes.prefecture()),
        standing.permittedActions(organization));
  }
}
