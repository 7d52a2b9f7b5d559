package org.todoke.contracts.event;

import java.time.LocalDate;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.due-changed}. {@code extendedBy} is the notice that put the date off. */
public record DeliveryDueChanged(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    LocalDate formerDueOn,
    LocalDate dueOn,
    OrganizationCode by,
    UUID extendedBy)
    implements EventData {}
