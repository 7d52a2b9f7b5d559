package org.todoke.notice.note;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.NoteDirection;

/** A note and who may read it. */
@Schema(name = "NoteForm")
public record NoteForm(
    @Nullable NoteDirection direction, @Nullable @Schema(maxLength = 2000) String text) {}
