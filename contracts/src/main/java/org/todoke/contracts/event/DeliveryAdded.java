package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.added}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryAdded(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    OrganizationCode by,
    OrganizationCode insteadOf)
    implements EventData {}
