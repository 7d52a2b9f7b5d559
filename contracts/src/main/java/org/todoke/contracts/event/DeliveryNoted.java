package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.NoteDirection;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code delivery.noted}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryNoted(
    UUID noticeId, OrganizationCode organization, OrganizationKind tier, NoteDirection direction)
    implements EventData {}
