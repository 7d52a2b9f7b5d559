package org.todoke.contracts.event;

import java.time.LocalDate;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** Data of {@code notice.extended}. {@code extendedBy} is the notice that put the date off. */
public record NoticeExtended(
    UUID noticeId,
    Usage usage,
    OrganizationCode by,
    UUID extendedBy,
    LocalDate formerDueOn,
    LocalDate dueOn)
    implements EventData {}
