package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/**
 * Data of {@code notice.issued}. {@code addressed} counts the frozen audience per tier: the
 * denominators. Whom it holds is not told: the events of the deliveries tell that one by one.
 * {@code dueOnByTier} is there where the tiers have not all the same date, {@code moreChecklistIds}
 * where there is more than one checklist.
 *
 * @param audienceHash SHA-256 over the codes of the audience in order, one a line
 * @param departments duties of the departments of local governments to which it is addressed; null
 *     for none
 * @param serviceTypes the services to whose establishments it is limited; null for no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeIssued(
    UUID noticeId,
    List<OrganizationCode> issuers,
    String paperKind,
    @Nullable String series,
    @Nullable Integer volume,
    @Nullable String documentNumber,
    LocalDate issuedOn,
    Usage usage,
    List<UUID> encloses,
    Map<OrganizationKind, Integer> addressed,
    @Nullable LocalDate dueOn,
    @Nullable UUID checklistId,
    @Nullable Map<OrganizationKind, LocalDate> dueOnByTier,
    @Nullable List<UUID> moreChecklistIds,
    @Nullable NoticePurpose purpose,
    @Nullable Confidentiality confidentiality,
    @Nullable String audienceHash,
    @Nullable List<String> departments,
    @Nullable List<String> serviceTypes)
    implements EventData {}
