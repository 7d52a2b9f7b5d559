package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.CarriedAnswer;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code delivery.carried-over}. What the organisation had done about {@code
 * formerNoticeId}; {@code answer} is absent where either version asks for none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryCarriedOver(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    UUID formerNoticeId,
    OrganizationCode by,
    boolean acknowledged,
    boolean rejected,
    boolean forwarded,
    @Nullable CarriedAnswer answer)
    implements EventData {}
