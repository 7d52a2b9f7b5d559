package org.todoke.checklist.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.SubmissionResult;

/** Which of the assignments that the caller may see are wanted; what is absent does not narrow. */
public record AssignmentFilter(
    @Nullable UUID noticeId,
    @Nullable String state,
    @Nullable SubmissionResult result,
    @Nullable Boolean overdue) {}
