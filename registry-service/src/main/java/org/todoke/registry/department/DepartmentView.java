package org.todoke.registry.department;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A department as one caller sees it. */
@Schema(
    name = "Department",
    description = "A department of a local government, as an addressee",
    requiredProperties = {
      "id",
      "organization",
      "name",
      "duty",
      "state",
      "validFrom",
      "version",
      "permittedActions"
    })
public record DepartmentView(
    UUID id,
    OrganizationCode organization,
    String name,
    @Schema(description = "What it is in charge of; see the list of duties") Duty duty,
    DepartmentState state,
    @Schema(description = "The first day on which it exists") LocalDate validFrom,
    @Schema(description = "The last day on which it existed; only when closed")
        @Nullable LocalDate validTo,
    @Schema(description = "For If-Match, in quotes; also the ETag of the department itself")
        int version,
    @Schema(description = "What the caller may do next: change, close")
        List<String> permittedActions) {

  static DepartmentView of(Department department, boolean keeper) {
    return new DepartmentView(
        department.id(),
        department.organization(),
        department.name(),
        department.duty(),
        department.state(),
        department.validFrom(),
        department.validTo(),
        department.version(),
        keeper && department.isActive() ? List.of("change", "close") : List.of());
  }
}
