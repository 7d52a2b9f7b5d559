package org.todoke.notice.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/** Somebody below the caller whom the suite could not reach by itself, and how to try it next. */
@Schema(name = "WaitingAttempt")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingAttempt(
    UUID id,
    UUID noticeId,
    String title,
    OrganizationCode organization,
    @Nullable String name,
    Channel channel,
    AttemptState state,
    @Schema(description = "Since when it waits") Instant since,
    @Schema(description = "What the caller may record about it next, by the names of states")
        List<String> permittedActions) {}
