package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.contracts.SubmissionResult;

/**
 * Data of {@code submission.completed}, {@code submission.amended}. {@code revision} counts from 1.
 * When it was answered is the attribute {@code time}; when it was typed in, {@code recordedtime}.
 * {@code carriedFrom} is the assignment for a former version of the notice, where it was answered
 * for that one.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionRecorded(
    UUID assignmentId,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    OrganizationCode establishment,
    int revision,
    SubmissionResult result,
    SubmissionOrigin origin,
    @Nullable UUID carriedFrom)
    implements EventData {}
