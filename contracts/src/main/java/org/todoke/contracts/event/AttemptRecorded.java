package org.todoke.contracts.event;

import java.util.UUID;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code attempt.created} and {@code attempt.sent}. {@code sender} is who sent the paper on
 * the way that led to the attempt. No address stands in it.
 */
public record AttemptRecorded(
    UUID attemptId,
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    OrganizationCode sender,
    Channel channel)
    implements EventData {}
