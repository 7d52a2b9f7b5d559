package org.todoke.notice.forwarding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A forwarder's own paper, judged and found good. */
record CoverLetter(
    String paperKind,
    @Nullable String documentNumber,
    LocalDate date,
    String title,
    String text,
    @Nullable LocalDate dueOn,
    @Nullable Integer allowance) {}
