package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code delivery.added}.
 *
 * @param insteadOf who had sent the notice back as a wrong addressee; null where the issuer added
 *     somebody by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryAdded(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    OrganizationCode by,
    @Nullable OrganizationCode insteadOf)
    implements EventData {}
