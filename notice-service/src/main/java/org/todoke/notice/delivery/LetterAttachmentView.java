package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file that travels with a cover letter, without its content. */
@Schema(name = "CoverLetterAttachment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterAttachmentView(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    @Nullable Integer declaredSheets) {

  /** The columns that {@link #of} reads, in its order. */
  public static final String COLUMNS =
      "a.id, a.name, a.media_type, a.size, a.sha256, a.declared_sheets";

  public static LetterAttachmentView of(Object[] row) {
    return new LetterAttachmentView(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        ((Number) row[3]).longValue(),
        (String) row[4],
        (Integer) row[5]);
  }
}
