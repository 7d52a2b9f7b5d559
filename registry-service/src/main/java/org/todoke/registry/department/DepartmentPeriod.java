package org.todoke.registry.department;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** What was true of a department for a time. */
@Schema(
    name = "DepartmentPeriod",
    requiredProperties = {"name", "duty", "validFrom", "recordedAt", "recordedBy"})
public record DepartmentPeriod(
    String name,
    Duty duty,
    LocalDate validFrom,
    @Schema(
            description =
                "The last day on which it was so; the day before validFrom for what was corrected on its first day; absent for what holds now")
        @Nullable LocalDate validTo,
    Instant recordedAt,
    @Schema(description = "The registrar's organisation") OrganizationCode recordedBy) {

  static DepartmentPeriod of(Object[] row) {
    return new DepartmentPeriod(
        (String) row[0],
        Duty.of((String) row[1]),
        (LocalDate) row[2],
        (LocalDate) row[3],
        (Instant) row[4],
        OrganizationCode.of((String) row[5]));
  }
}
