package org.todoke.notice.forwarding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * What a standing instruction asks for: that one organisation passes one notice on to all its
 * children, under this letter.
 *
 * @param cause the event with which the notice arrived
 */
public record AutomaticForwarding(
    UUID notice,
    OrganizationCode organization,
    String cause,
    UUID instruction,
    String paperKind,
    String title,
    String text,
    @Nullable LocalDate dueOn,
    @Nullable Integer allowance) {}
