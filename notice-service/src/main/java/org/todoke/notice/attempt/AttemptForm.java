package org.todoke.notice.attempt;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;

/** How an attempt over a channel that a person serves went, and when; it may be entered later. */
@Schema(name = "AttemptRequest")
public record AttemptForm(
    @Schema(description = "fax, telephone, post or by-hand") @Nullable Channel channel,
    @Schema(description = "sent, delivered, temporary-failure or permanent-failure")
        @Nullable AttemptState state,
    @Nullable @Schema(examples = "2013-07-18T10:30:00+09:00") String at,
    @Schema(description = "Of a failure, and of nothing else") @Nullable AttemptFailure reason) {}
