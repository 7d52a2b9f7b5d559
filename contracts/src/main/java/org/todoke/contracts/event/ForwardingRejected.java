package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code forwarding.rejected}. Sent to the wrong addressee, in its own words; {@code
 * rightOrganization} where it knows.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingRejected(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    @Nullable OrganizationCode rightOrganization)
    implements EventData {}
