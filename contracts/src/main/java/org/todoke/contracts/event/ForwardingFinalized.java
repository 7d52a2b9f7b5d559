package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code forwarding.finalized}. Every child has received the paper or is excused. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingFinalized(
    UUID noticeId, OrganizationCode organization, OrganizationKind tier, int received, int excused)
    implements EventData {}
