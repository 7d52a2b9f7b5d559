package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code delivery.escalated}. {@code step} is 1 for the organisation that had sent the
 * paper, 2 for the issuer; {@code to} is told that {@code organization} is late.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryEscalated(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    UUID escalationId,
    OrganizationCode to,
    int step,
    LocalDate dueOn,
    DeadlineClock clock)
    implements EventData {}
