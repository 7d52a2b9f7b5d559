package org.todoke.registry.succession;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;

/** One step from an organisation to another, seen from one of its ends. */
@Schema(
    name = "Succession",
    requiredProperties = {"organization", "kind", "effectiveOn", "recordedAt"})
public record SuccessionView(
    @Schema(description = "At the other end") Heir organization,
    SuccessionKind kind,
    @Schema(description = "The first day without the predecessor") LocalDate effectiveOn,
    Instant recordedAt,
    @Schema(description = "The registrar's organisation; absent for what came with a list")
        @Nullable String recordedBy) {

  /** With what everybody may know of it. */
  @Schema(
      name = "SuccessionOrganization",
      requiredProperties = {"code", "kind", "name", "state"})
  public record Heir(
      OrganizationCode code, OrganizationKind kind, String name, OrganizationState state) {}
}
