package org.todoke.notice.note;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.contracts.NoteDirection;
import org.todoke.contracts.OrganizationCode;

/** A note as its organisation wrote it. */
@Schema(name = "Note")
public record NoteView(
    UUID id,
    OrganizationCode organization,
    NoteDirection direction,
    String text,
    Instant writtenAt) {}
