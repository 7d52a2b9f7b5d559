package org.todoke.registry.union.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** All members of a union; whoever is left out is one no longer. */
@Schema(name = "UnionMembersRequest")
record UnionMembersRequest(
    @Schema(description = "Codes of municipalities of the union's prefecture")
        @NotNull
        @Size(max = 200)
        List<@NotNull OrganizationCode> members,
    @Schema(description = "The first day on which they are the members; today if left out")
        @Nullable LocalDate effectiveOn) {}
