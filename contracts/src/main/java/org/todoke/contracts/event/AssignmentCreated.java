package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** Data of {@code assignment.created}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentCreated(
    UUID assignmentId,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    OrganizationCode establishment,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    Usage usage,
    @Nullable LocalDate dueOn)
    implements EventData {}
