package org.todoke.notice.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A question with what was said to it, for the two sides alone. */
@Schema(name = "Question")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionView(
    UUID id,
    UUID noticeId,
    OrganizationCode asker,
    OrganizationCode addressee,
    @Nullable UUID coverLetterId,
    String text,
    Instant askedAt,
    @Schema(description = "Whether the other side has said anything") boolean answered,
    List<Reply> replies,
    List<String> permittedActions) {

  /** What one of the two sides said. */
  @Schema(name = "Reply")
  public record Reply(UUID id, OrganizationCode author, String text, Instant writtenAt) {}
}
