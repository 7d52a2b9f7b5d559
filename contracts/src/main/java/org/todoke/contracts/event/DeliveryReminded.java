package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code delivery.reminded}. {@code rung} counts office days from {@code dueOn}: below zero
 * before it, above zero after it. {@code reminderId} names the one reminder of the day, which holds
 * everything that the organisation is reminded of.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryReminded(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    UUID reminderId,
    LocalDate dueOn,
    DeadlineClock clock,
    int rung)
    implements EventData {}
