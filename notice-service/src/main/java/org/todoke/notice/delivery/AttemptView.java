package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/** One attempt to reach the addressee over a channel other than the inbox. */
@Schema(name = "DeliveryAttempt")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
    UUID id,
    Channel channel,
    @Schema(
            description =
                "read: the addressee has acknowledged the notice since it was sent. A mail that"
                    + " was sent stays so until then: no server says that it was delivered")
        AttemptState state,
    @Schema(description = "Since when there is the attempt") Instant since,
    @Schema(description = "When it came into this state") Instant time,
    @Schema(description = "When that was entered") Instant recordedTime,
    @Schema(description = "Who recorded it; absent for what the suite did by itself")
        @Nullable OrganizationCode recordedBy,
    @Schema(description = "Of a failure") @Nullable AttemptFailure reason,
    @Schema(description = "What the caller may record about it next, by the names of states")
        List<String> permittedActions) {}
