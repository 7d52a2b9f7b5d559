package org.todoke.registry.offering;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.ServiceDay;

/** A service of an establishment as everybody sees it. */
@Schema(
    name = "OfferedService",
    requiredProperties = {"code", "name", "days", "validFrom"})
public record OfferingView(
    @Schema(description = "サービス種類コード") String code,
    @Schema(description = "Under which the establishment offers it") String name,
    @Nullable String nameKana,
    @Schema(description = "Persons; absent for none and for not known") @Nullable Integer capacity,
    @Schema(description = "On which kinds of days; empty where not known") List<ServiceDay> days,
    @Nullable String daysNote,
    @Nullable String url,
    @Schema(description = "Absent for what never stood in an imported list")
        @Nullable Listing listing,
    @Schema(description = "The first day on which it has been like this") LocalDate validFrom) {

  /** Leaves out who recorded it, which is told with the periods. */
  public static OfferingView of(Offering offering) {
    OfferingDetails details = offering.details();
    return new OfferingView(
        offering.service(),
        details.name(),
        details.nameKana(),
        details.capacity(),
        details.days(),
        details.daysNote(),
        details.url(),
        offering.listing(),
        offering.validFrom());
  }
}
