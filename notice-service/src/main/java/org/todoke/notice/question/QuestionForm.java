package org.todoke.notice.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is not clear, in the notice or in a cover letter. */
@Schema(name = "QuestionForm")
public record QuestionForm(
    @Nullable @Schema(maxLength = 4000) String text,
    @Nullable @Schema(description = "A letter that came to the caller; its author is asked then")
        String coverLetterId) {}
