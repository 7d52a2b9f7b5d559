package org.todoke.notice.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer, or what the one who asked says to it. */
@Schema(name = "ReplyForm")
public record ReplyForm(@Nullable @Schema(maxLength = 4000) String text) {}
