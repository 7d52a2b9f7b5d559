package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** Data of {@code forwarding.forwarded}. The arrivals that it caused are events of their own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingForwarded(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    int addressed,
    int omitted,
    UUID coverLetterId,
    @Nullable LocalDate dueOn)
    implements EventData {}
