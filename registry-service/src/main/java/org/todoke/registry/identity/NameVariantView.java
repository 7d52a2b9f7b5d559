package org.todoke.registry.identity;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A spelling of a name. */
@Schema(
    name = "NameVariant",
    description = "How a name was spelled in lists",
    requiredProperties = {
      "name",
      "occurrences",
      "firstListedOn",
      "lastListedOn",
      "current",
      "preferred"
    })
public record NameVariantView(
    String name,
    @Schema(description = "Rows of the newest list that had it") int occurrences,
    LocalDate firstListedOn,
    LocalDate lastListedOn,
    @Schema(description = "Whether it is the name of the organisation now") boolean current,
    @Schema(description = "Whether a registrar chose it; outweighs every count") boolean preferred,
    @Schema(description = "The registrar's organisation") @Nullable OrganizationCode chosenBy,
    @Nullable Instant chosenAt) {

  static NameVariantView of(Object[] row) {
    return new NameVariantView(
        (String) row[0],
        ((Number) row[1]).intValue(),
        (LocalDate) row[2],
        (LocalDate) row[3],
        (Boolean) row[4],
        row[5] != null,
        row[5] == null ? null : OrganizationCode.of((String) row[5]),
        (Instant) row[6]);
  }
}
