package org.todoke.notice.authoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a notice is taken back: every reader is told. */
@Schema(name = "Cancellation")
public record CancellationForm(
    @Nullable @Schema(maxLength = 1000, examples = "対象を誤って発出したため") String reason) {}
