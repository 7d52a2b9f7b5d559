package org.todoke.registry.contact.api;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.contact.FailureReason;
import org.todoke.registry.contact.ReachabilityReport;
import org.todoke.registry.contact.ReachabilityState;

/** What somebody found out about a contact. */
@Schema(name = "ReachabilityReport")
record ReachabilityRequest(
    @Schema(description = "reachable, failing or unreachable") @NotNull ReachabilityState state,
    @Schema(description = "Of a failure, and of nothing else") @Nullable FailureReason reason) {

  ReachabilityReport report() {
    return new ReachabilityReport(state, reason);
  }
}
