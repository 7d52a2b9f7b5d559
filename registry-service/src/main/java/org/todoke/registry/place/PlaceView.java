package org.todoke.registry.place;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** What a six-digit code is today. */
@Schema(
    name = "Place",
    description = "What a six-digit local government code stands for today",
    requiredProperties = {
      "code",
      "kind",
      "name",
      "prefecture",
      "counted",
      "organizations",
      "successors",
      "formerNames"
    })
public record PlaceView(
    String code,
    PlaceKind kind,
    @Schema(description = "Of a retired code, its last name") String name,
    @Nullable String nameKana,
    OrganizationCode prefecture,
    @Schema(description = "The city of a ward; wards only") @Nullable OrganizationCode municipality,
    @Schema(
            description =
                "Whether it is itself an organisation, and so in lists, counts and audiences")
        boolean counted,
    @Schema(
            description =
                "Who governs there today: itself, the city of a ward, those who took over from a retired code. Nobody in the Northern Territories")
        List<OrganizationCode> organizations,
    @Schema(description = "The last day on which it was in use; only when it has ended")
        @Nullable LocalDate validTo,
    @Schema(description = "Why it has ended; only when it has") @Nullable EndReason reason,
    @Schema(description = "The codes that took over, several where it was divided")
        List<Successor> successors,
    List<FormerName> formerNames) {

  /** A code that took over. */
  @Schema(
      name = "PlaceSuccessor",
      requiredProperties = {"code", "kind", "name"})
  public record Successor(String code, PlaceKind kind, String name) {}

  /** A name under which the same code was known. */
  @Schema(
      name = "PlaceFormerName",
      requiredProperties = {"name", "validTo"})
  public record FormerName(
      String name, @Schema(description = "The last day of the name") LocalDate validTo) {}
}
