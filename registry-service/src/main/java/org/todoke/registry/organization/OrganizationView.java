package org.todoke.registry.organization;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.registry.offering.Offering;
import org.todoke.registry.offering.OfferingView;

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
    @Schema(
            description =
                "By which ways it can be reached; the contacts themselves are apart. Empty with asOf: no history is kept of them")
        List<Channel> channels,
    @Schema(description = "Without the building") @Nullable String address,
    @Nullable String building,
    @Schema(description = "Degrees north (WGS 84)") @Nullable BigDecimal latitude,
    @Schema(description = "Degrees east (WGS 84)") @Nullable BigDecimal longitude,
    @Schema(
            description =
                "The ward of a designated city, six digits; establishments and corporations only")
        @Nullable String ward,
    @Schema(
            description =
                "Whether the newest official list has it; absent for what never stood in one")
        @Nullable Listing listing,
    @Schema(
            description =
                "What is known of each service of an establishment; absent in lists, which have the serviceTypes only")
        @Nullable List<OfferingView> services,
    OrganizationState state,
    @Schema(description = "The first day on which it exists") LocalDate validFrom,
    @Schema(description = "The last day on which it existed; only when closed")
        @Nullable LocalDate validTo,
    @Schema(
            description =
                "When what was held of it was erased because the law demanded it; its name is （削除済み） since")
        @Nullable Instant erasedAt,
    @Schema(description = "For If-Match, in quotes; also the ETag of the organisation itself")
        int version,
    @Schema(description = "The day for which this holds, where one was asked for")
        @Nullable LocalDate asOf,
    @Schema(
            description =
                "What is odd about its number without being wrong: establishment-number.check-digit, establishment-number.other-prefecture")
        List<String> warnings,
    @Schema(
            description =
                "What the caller may do next: change, close, merge, divide, reopen, erase, read-contacts, add-contact")
        List<String> permittedActions) {

  /**
   * As it was on a day: without the ways by which it can be reached, of which no history is kept,
   * and without anything to be done about it.
   *
   * @param version of the organisation as it is now
   */
  static OrganizationView past(
      OrganizationCode code,
      OrganizationKind kind,
      Attributes attributes,
      @Nullable Listing listing,
      OrganizationState state,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      int version,
      LocalDate asOf) {
    return view(
        code,
        kind,
        attributes,
        List.of(),
        listing,
        null,
        state,
        validFrom,
        validTo,
        null,
        version,
        asOf,
        List.of());
  }

  OrganizationView withServices(List<Offering> offerings) {
    return new OrganizationView(
        code,
        kind,
        name,
        nameKana,
        parent,
        prefecture,
        municipality,
        corporation,
        serviceTypes,
        channels,
        address,
        building,
        latitude,
        longitude,
        ward,
        listing,
        offerings.stream().map(OfferingView::of).toList(),
        state,
        validFrom,
        validTo,
        erasedAt,
        version,
        asOf,
        warnings,
        permittedActions);
  }

  /** Without the services, and without what the caller may do. */
  static OrganizationView plain(Organization organization) {
    return of(organization, List.of(), null);
  }

  /** As in a list: without the services. */
  static OrganizationView of(Organization organization, Standing standing) {
    return of(organization, standing, null);
  }

  static OrganizationView of(
      Organization organization, Standing standing, @Nullable List<Offering> offerings) {
    return of(organization, standing.permittedActions(organization), offerings);
  }

  private static OrganizationView of(
      Organization organization,
      List<String> permittedActions,
      @Nullable List<Offering> offerings) {
    return view(
        organization.code(),
        organization.kind(),
        organization.attributes(),
        organization.channels(),
        organization.listing(),
        offerings,
        organization.state(),
        organization.validFrom(),
        organization.validTo(),
        organization.erasedAt(),
        organization.version(),
        null,
        permittedActions);
  }

  private static OrganizationView view(
      OrganizationCode code,
      OrganizationKind kind,
      Attributes attributes,
      List<Channel> channels,
      @Nullable Listing listing,
      @Nullable List<Offering> offerings,
      OrganizationState state,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable Instant erasedAt,
      int version,
      @Nullable LocalDate asOf,
      List<String> permittedActions) {
    Site site = attributes.site();
    return new OrganizationView(
        code,
        kind,
        attributes.name(),
        attributes.nameKana(),
        attributes.parent(),
        attributes.prefecture(),
        attributes.municipality(),
        attributes.corporation(),
        attributes.services(),
        channels,
        site.address(),
        site.building(),
        site.latitude(),
        site.longitude(),
        site.ward(),
        listing,
        offerings == null ? null : offerings.stream().map(OfferingView::of).toList(),
        state,
        validFrom,
        validTo,
        erasedAt,
        version,
        asOf,
        OrganizationRules.warningsAbout(code, attributes.prefecture()),
        permittedActions);
  }
}
