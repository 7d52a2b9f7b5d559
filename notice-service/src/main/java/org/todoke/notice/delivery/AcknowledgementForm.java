package org.todoke.notice.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who deals with the paper: a department or a role, never the name of a person. */
@Schema(name = "Acknowledgement")
public record AcknowledgementForm(
    @Nullable @Schema(maxLength = 200, examples = "保健センター介護サービス係") String handledBy) {}
