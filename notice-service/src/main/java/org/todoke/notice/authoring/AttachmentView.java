package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of an attachment without its content; the digest identifies the content. */
@Schema(name = "Attachment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentView(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    @Nullable Integer declaredSheets) {

  static AttachmentView of(Attachment attachment) {
    return new AttachmentView(
        attachment.id(),
        attachment.name(),
        attachment.mediaType(),
        attachment.size(),
        attachment.sha256(),
        attachment.declaredSheets());
  }
}
