package org.todoke.registry.union;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Who insures in a municipality: itself, or the union of which it is a member. */
@Schema(
    name = "Insurer",
    description = "Who insures in a municipality (保険者)",
    requiredProperties = {"municipality", "insurer", "kind", "name"})
public record Insurer(
    OrganizationCode municipality,
    OrganizationCode insurer,
    @Schema(description = "municipality or union") OrganizationKind kind,
    String name) {}
