package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;

/**
 * Data of {@code organization.registered}, {@code organization.changed}, {@code
 * organization.closed}. The whole state after the change, so that the last event of a code is
 * enough.
 *
 * @param members the municipalities that a union insures for, in the order of their codes; null for
 *     every other kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganizationSnapshot(
    OrganizationCode code,
    OrganizationKind kind,
    String name,
    @Nullable String nameKana,
    @Nullable OrganizationCode parent,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    OrganizationState state,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<String> serviceTypes,
    List<Channel> channels,
    @Nullable List<OrganizationCode> members)
    implements EventData {}
