package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.ServiceDay;

/**
 * What {@link OrganizationSnapshot} tells of one service of an establishment.
 *
 * @param code サービス種類コード, two characters
 * @param name under which the establishment offers it
 * @param capacity persons; null for none and for not known, which official lists do not tell apart
 * @param days empty where not known
 * @param daysNote what the official list adds about the days
 * @param listing null for what never stood in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferedService(
    String code,
    String name,
    @Nullable String nameKana,
    @Nullable Integer capacity,
    List<ServiceDay> days,
    @Nullable String daysNote,
    @Nullable String url,
    @Nullable Listing listing) {}
