package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;

/**
 * Data of {@code organization.registered}, {@code organization.changed}, {@code
 * organization.closed}. The whole state after the change, so that the last event of a code is
 * enough.
 *
 * @param ward of a designated city, six digits; an attribute, not a tier
 * @param latitude degrees north (WGS 84), from 20 to 46
 * @param longitude degrees east (WGS 84), from 122 to 154
 * @param listing null for what never stood in an imported list
 * @param services in the order of their codes; null for all but establishments
 * @param members the municipalities that a union insures for, in the order of their codes; null for
 *     every other kind
 * @param departments those that a local government has today, in the order of their duties and
 *     names; null where it has none, and for every other kind
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
    @Nullable String ward,
    @Nullable OrganizationCode corporation,
    @Nullable String address,
    @Nullable String building,
    @Nullable Double latitude,
    @Nullable Double longitude,
    OrganizationState state,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Listing listing,
    List<String> serviceTypes,
    @Nullable List<OfferedService> services,
    List<Channel> channels,
    @Nullable List<OrganizationCode> members,
    @Nullable List<NamedDepartment> departments)
    implements EventData {

  /** What stands for the name of an organisation that was erased, wherever it is still shown. */
  public static final String NAME_OF_ERASED = "（削除済み）";
}
