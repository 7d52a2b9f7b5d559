package org.todoke.notice.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question in the words of the one who answers, so that nobody is recognised by it. */
@Schema(name = "AnswerForm")
public record AnswerForm(
    @Nullable @Schema(maxLength = 4000) String question,
    @Nullable @Schema(maxLength = 4000) String answer,
    @Nullable @Schema(description = "The caller's own letter that it is about")
        String coverLetterId,
    @Nullable
        @Schema(
            examples = "lg:380008",
            description = "The node that it is for with those below it; everybody, if left out")
        String below) {}
