package org.todoke.registry.organization.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ServiceDay;
import org.todoke.registry.offering.OfferingDetails;

/** What callers send about the services of an establishment. */
final class OfferingRequests {

  private OfferingRequests() {}

  /** The whole of what may be said about a service; what is left out is taken away. */
  @Schema(name = "OfferedServiceChange")
  record Change(
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(min = 1, max = 400) String nameKana,
      @Schema(description = "Persons; left out for none and for not known") @Nullable @Min(1)
          Integer capacity,
      @Schema(description = "On which kinds of days; left out where not known")
          @Nullable
          @Size(max = 4)
          List<@NotNull ServiceDay> days,
      @Nullable @Size(min = 1, max = 400) String daysNote,
      @Schema(description = "http or https")
          @Nullable
          @Size(max = 1000)
          @Pattern(regexp = "https?://[^\\s]+")
          String url,
      @Schema(description = "The first day on which it is so; today if left out")
          @Nullable LocalDate effectiveOn) {

    OfferingDetails details() {
      return new OfferingDetails(
          name, nameKana, capacity, days == null ? List.of() : days, daysNote, url);
    }
  }

  /** The end of a service. */
  @Schema(name = "OfferedServiceEnd")
  record End(
      @Schema(description = "The last day on which it is offered; today if left out")
          @Nullable LocalDate lastDay) {}
}
