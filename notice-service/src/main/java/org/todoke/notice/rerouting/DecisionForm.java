package org.todoke.notice.rerouting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.delivery.RejectionDecision;

/** Whether it was the wrong addressee; if so, who gets the notice, if not, why. */
@Schema(name = "ReroutingDecision")
public record DecisionForm(
    @Nullable RejectionDecision decision,
    @Nullable
        @Schema(
            examples = "lg:382078",
            description = "Where the addressee did not know it, or was wrong about it")
        String rightOrganization,
    @Nullable @Schema(maxLength = 1000, description = "Has to be there with declined")
        String reason) {}
