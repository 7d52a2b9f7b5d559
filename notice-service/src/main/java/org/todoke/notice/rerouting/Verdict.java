package org.todoke.notice.rerouting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.RejectionDecision;

/**
 * A decision by somebody entitled to it.
 *
 * @param organization who had sent it back
 * @param right who gets it, where that is not whom the addressee named
 */
record Verdict(
    UUID notice,
    OrganizationCode organization,
    RejectionDecision decision,
    OrganizationCode by,
    @Nullable OrganizationCode right,
    @Nullable String reason) {}
