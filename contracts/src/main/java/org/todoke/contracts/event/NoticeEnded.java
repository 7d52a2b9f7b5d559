package org.todoke.contracts.event;

import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** Data of {@code notice.closed}, {@code notice.cancelled}. Why is no matter for an event. */
public record NoticeEnded(UUID noticeId, Usage usage, OrganizationCode by) implements EventData {}
