package org.todoke.notice.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why the paper is not for this organisation, and for whom it is, where that is known. */
@Schema(name = "Rejection")
public record RejectionForm(
    @Nullable @Schema(maxLength = 1000) String reason,
    @Nullable @Schema(examples = "lg:382078") String rightOrganization) {}
