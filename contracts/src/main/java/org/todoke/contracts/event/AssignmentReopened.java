package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/** Data of {@code assignment.reopened}. Answers are taken again: the excuse has ended. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentReopened(
    UUID assignmentId,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    OrganizationCode establishment)
    implements EventData {}
