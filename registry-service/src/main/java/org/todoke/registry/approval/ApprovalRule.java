package org.todoke.registry.approval;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** When one kind of change holds. */
@Schema(
    name = "ApprovalRule",
    requiredProperties = {"kind", "effect"})
public record ApprovalRule(
    ChangeKind kind,
    Effect effect,
    @Schema(description = "Who set it; absent while the service's own rule holds")
        @Nullable OrganizationCode setBy,
    @Nullable Instant setAt) {}
