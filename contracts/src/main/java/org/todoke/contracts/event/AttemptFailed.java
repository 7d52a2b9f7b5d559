package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code attempt.failed}. {@code nextChannel} says over which channel it goes on after this
 * one was given up; without one nothing is left to try.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptFailed(
    UUID attemptId,
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    OrganizationCode sender,
    Channel channel,
    boolean permanent,
    AttemptFailure reason,
    @Nullable Channel nextChannel)
    implements EventData {}
