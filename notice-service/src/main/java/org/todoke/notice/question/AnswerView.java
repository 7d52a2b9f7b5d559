package org.todoke.notice.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A published question and its answer; who had asked is not said. */
@Schema(name = "PublishedAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerView(
    UUID id,
    UUID noticeId,
    OrganizationCode author,
    @Nullable UUID coverLetterId,
    String question,
    String answer,
    @Nullable OrganizationCode below,
    Instant publishedAt) {}
