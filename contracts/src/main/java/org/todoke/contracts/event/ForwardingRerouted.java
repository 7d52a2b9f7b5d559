package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code forwarding.rerouted}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingRerouted(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    OrganizationCode rightOrganization,
    OrganizationCode by,
    boolean added)
    implements EventData {}
