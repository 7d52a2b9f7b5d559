package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** Data of {@code answer.published}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerPublished(
    UUID answerId,
    UUID noticeId,
    OrganizationCode by,
    @Nullable UUID coverLetterId,
    @Nullable OrganizationCode below)
    implements EventData {}
