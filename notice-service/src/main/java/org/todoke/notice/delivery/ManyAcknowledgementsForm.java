package org.todoke.notice.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which of the caller's own deliveries somebody deals with, and who. */
@Schema(name = "AcknowledgementsRequest")
public record ManyAcknowledgementsForm(
    @Nullable @Schema(maxLength = 200) String handledBy,
    @Nullable @Schema(maxItems = 100) List<@Nullable String> noticeIds) {}
