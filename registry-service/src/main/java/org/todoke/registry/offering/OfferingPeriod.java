package org.todoke.registry.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was true of a service for a time, and who recorded it. */
@Schema(
    name = "OfferedServicePeriod",
    requiredProperties = {"service", "recordedAt"})
public record OfferingPeriod(
    OfferingView service,
    @Schema(description = "The last day on which it was so; absent while it is")
        @Nullable LocalDate validTo,
    Instant recordedAt,
    @Schema(description = "The registrar's organisation; absent for what came with a list")
        @Nullable String recordedBy,
    @Schema(description = "The import that brought it") @Nullable UUID importRun) {

  static OfferingPeriod of(Offering offering) {
    return new OfferingPeriod(
        OfferingView.of(offering),
        offering.validTo(),
        offering.recordedAt(),
        offering.recordedBy(),
        offering.importRun());
  }
}
