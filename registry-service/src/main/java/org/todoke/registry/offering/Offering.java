package org.todoke.registry.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.event.OfferedService;

/**
 * What was true of one service of one establishment for a time.
 *
 * @param service サービス種類コード, two characters
 * @param validTo the last day on which it was so; null while it is, the day before {@code
 *     validFrom} for what was ended on the day on which it began
 * @param recordedBy the registrar's organisation; null for what came with a list
 * @param importRun the import that brought it; null for what a registrar entered
 */
public record Offering(
    String service,
    OfferingDetails details,
    @Nullable Listing listing,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant recordedAt,
    @Nullable String recordedBy,
    @Nullable UUID importRun) {

  /** As an event tells of it. */
  public OfferedService told() {
    return new OfferedService(
        service,
        details.name(),
        details.nameKana(),
        details.capacity(),
        details.days(),
        details.daysNote(),
        details.url(),
        listing);
  }
}
