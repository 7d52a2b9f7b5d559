package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.delegated}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryDelegated(UUID noticeId, OrganizationCode organization, OrganizationKind tier)
    implements EventData {}
