package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.snoozed}: not chased up to and including {@code until}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliverySnoozed(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    LocalDate until,
    OrganizationCode by)
    implements EventData {}
