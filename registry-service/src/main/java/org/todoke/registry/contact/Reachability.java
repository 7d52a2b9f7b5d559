package org.todoke.registry.contact;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** Whether a contact really reaches somebody, and who says so. */
@Schema(name = "Reachability", requiredProperties = "state")
public record Reachability(
    ReachabilityState state,
    @Schema(description = "Since when it has been so; absent while nobody has reported anything")
        @Nullable Instant since,
    @Schema(description = "Why the last attempt failed; only when it did")
        @Nullable FailureReason reason,
    @Schema(description = "The organisation that reported it")
        @Nullable OrganizationCode reportedBy) {}
