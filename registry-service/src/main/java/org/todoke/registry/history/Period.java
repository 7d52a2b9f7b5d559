package org.todoke.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was true of an organisation for a time, as everybody sees it. */
@Schema(
    name = "OrganizationPeriod",
    requiredProperties = {"sequence", "validFrom", "recordedAt", "attributes", "changes"})
public record Period(
    @Schema(description = "Of the event that told of it") long sequence,
    LocalDate validFrom,
    @Schema(
            description =
                "The last day on which it was so; absent while it is, the day before validFrom for what was replaced on the day on which it began")
        @Nullable LocalDate validTo,
    Instant recordedAt,
    @Schema(description = "The registrar's organisation; absent for what came with a list")
        @Nullable String recordedBy,
    @Schema(description = "The import that brought it") @Nullable UUID importRun,
    @Schema(
            description =
                "By their names in the representation of an organisation, as texts; service types with a blank between them")
        Map<String, String> attributes,
    @Schema(description = "Against the period before; empty for the first one")
        List<Difference> changes) {

  /** An attribute that was not the same in the period before. */
  @Schema(
      name = "OrganizationDifference",
      requiredProperties = {"attribute"})
  public record Difference(
      String attribute,
      @Schema(description = "Absent where there was none") @Nullable String before,
      @Schema(description = "Absent where there is none") @Nullable String after) {}

  /**
   * @param before null for the first period
   */
  static List<Difference> differences(
      Iterable<String> names, @Nullable Map<String, String> before, Map<String, String> after) {
    if (before == null) {
      return List.of();
    }
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        differences.add(new Difference(name, before.get(name), after.get(name)));
      }
    }
    return List.copyOf(differences);
  }
}
