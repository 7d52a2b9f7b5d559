package org.todoke.contracts.event;

import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Succession;
import org.todoke.contracts.Usage;

/** Data of {@code notice.superseded}. {@code supersededBy} holds in its place. */
public record NoticeSuperseded(
    UUID noticeId, Usage usage, OrganizationCode by, UUID supersededBy, Succession relation)
    implements EventData {}
