package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/** Data of {@code question.answered}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionAnswered(UUID questionId, UUID noticeId, OrganizationCode by)
    implements EventData {}
