package org.todoke.registry.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/** A contact as one caller sees it. */
@Schema(
    name = "Contact",
    description = "One way to reach an organisation",
    requiredProperties = {
      "id",
      "organization",
      "channel",
      "value",
      "state",
      "reachability",
      "validFrom",
      "version",
      "permittedActions"
    })
public record ContactView(
    UUID id,
    OrganizationCode organization,
    Channel channel,
    String value,
    @Nullable String department,
    @Schema(description = "The department that it is the contact of, where the registry knows it")
        @Nullable UUID departmentId,
    ContactState state,
    @Schema(description = "Whether it really reaches somebody, as far as anybody has reported")
        Reachability reachability,
    @Schema(description = "The first day on which it is good") LocalDate validFrom,
    @Schema(description = "The last day on which it was good; only when closed")
        @Nullable LocalDate validTo,
    @Schema(description = "For If-Match, in quotes; also the ETag of the contact itself")
        int version,
    @Schema(description = "What the caller may do next: change, close")
        List<String> permittedActions) {

  static ContactView of(Contact contact, boolean keeper) {
    ContactDetails details = contact.details();
    return new ContactView(
        contact.id(),
        contact.organization(),
        details.channel(),
        details.value(),
        details.department(),
        details.departmentId(),
        contact.state(),
        contact.reachability(),
        contact.validFrom(),
        contact.validTo(),
        contact.version(),
        keeper && contact.isActive() ? List.of("change", "close") : List.of());
  }

  /** Without the value: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "Contact[id=" + id + "]";
  }
}
