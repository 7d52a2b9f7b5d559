package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/** Data of {@code assignment.closed}. No further answer is taken. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentClosed(
    UUID assignmentId,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    OrganizationCode establishment)
    implements EventData {}
