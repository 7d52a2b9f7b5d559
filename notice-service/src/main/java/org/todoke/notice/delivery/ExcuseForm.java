package org.todoke.notice.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ExcuseReason;

/** Why an organisation does not count; {@code omitted} is said by forwarding only. */
@Schema(name = "ExcuseRequest")
public record ExcuseForm(
    @Nullable ExcuseReason reason, @Nullable @Schema(maxLength = 1000) String note) {}
