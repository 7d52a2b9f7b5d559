package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code forwarding.rejection-declined}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingRejectionDeclined(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    OrganizationCode by,
    boolean liftedExcuse)
    implements EventData {}
