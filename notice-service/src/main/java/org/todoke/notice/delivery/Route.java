package org.todoke.notice.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * What the arrivals of one act have in common.
 *
 * @param from who sent the paper on this route, and who says that it arrived
 * @param time when it arrived; earlier than {@code recorded} for what came outside the system
 * @param causation the event that led to it
 */
public record Route(
    UUID notice, OrganizationCode from, Instant time, Instant recorded, @Nullable UUID causation) {}
