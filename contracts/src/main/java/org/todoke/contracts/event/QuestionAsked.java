package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** Data of {@code question.asked}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionAsked(
    UUID questionId, UUID noticeId, OrganizationCode addressee, @Nullable UUID coverLetterId)
    implements EventData {}
