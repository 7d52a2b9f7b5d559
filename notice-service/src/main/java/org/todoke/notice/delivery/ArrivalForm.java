package org.todoke.notice.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;

/** That the paper arrived outside the system, how, and when; it may be entered later. */
@Schema(name = "ArrivalRequest")
public record ArrivalForm(
    @Nullable Channel channel,
    @Nullable @Schema(examples = "2013-07-18T10:30:00+09:00") String at,
    @Nullable @Schema(maxLength = 1000) String note) {}
