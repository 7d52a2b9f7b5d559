package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.attempted}: what somebody recorded about an attempt by hand. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryAttempted(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    UUID attemptId,
    Channel channel,
    AttemptState state,
    @Nullable AttemptFailure reason)
    implements EventData {}
