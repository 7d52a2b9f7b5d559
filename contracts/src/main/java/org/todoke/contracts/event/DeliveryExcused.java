package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.excused}. {@code by} left it out of the denominator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryExcused(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    ExcuseReason reason,
    OrganizationCode by)
    implements EventData {}
