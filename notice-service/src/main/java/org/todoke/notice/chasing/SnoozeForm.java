package org.todoke.notice.chasing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Until which day, that day included, somebody is not chased, and why. */
@Schema(name = "SnoozeRequest")
public record SnoozeForm(
    @Nullable @Schema(examples = "2026-12-11") String until,
    @Nullable @Schema(maxLength = 500) String reason) {}
