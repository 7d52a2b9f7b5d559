package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/**
 * Data of {@code delivery.arrived}. {@code first} is false for a second route to the same reader.
 * {@code dueOn} is the earliest date that any arrival so far set. {@code moreChecklistIds} is there
 * where the notice asks for more than one.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryArrived(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    OrganizationCode from,
    Channel channel,
    boolean first,
    Usage usage,
    @Nullable LocalDate dueOn,
    @Nullable UUID checklistId,
    @Nullable List<UUID> moreChecklistIds)
    implements EventData {}
