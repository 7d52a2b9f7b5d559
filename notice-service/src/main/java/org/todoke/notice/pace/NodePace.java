package org.todoke.notice.pace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.notice.progress.NodeProgress;

/**
 * How fast a notice goes through the tiers below a node.
 *
 * @param within the area that it is limited to, where the caller sees only its part of a
 *     corporation
 * @param lastDueOn the latest date of anybody who is expected below the node: the end of the time
 *     that all tiers share
 */
@Schema(name = "Pace")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodePace(
    UUID noticeId,
    Usage usage,
    NodeProgress.Node node,
    @Nullable OrganizationCode within,
    Instant asOf,
    Instant issuedAt,
    @Nullable LocalDate lastDueOn,
    List<TierPace> tiers) {}
