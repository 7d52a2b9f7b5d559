package org.todoke.notice.late;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.Duty;
import org.todoke.notice.path.PathView;

/**
 * Somebody who has not done what it is asked for by the day {@code asOf}.
 *
 * @param lateByDate the date of the notice or of a cover letter on the way has passed: what the
 *     figure {@code overdue} counts
 * @param lateByAllowance its own office days, counted from its own receipt, have passed: the delay
 *     is its own. Late by date alone is who was reached too late, or not at all
 * @param missingLinks of somebody who is not reached: who holds the notice up on each line, and
 *     since when
 */
@Schema(name = "Late")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LateView(
    OrganizationCode organization,
    @Nullable String name,
    OrganizationKind tier,
    Duty duty,
    LateReason reason,
    boolean lateByDate,
    boolean lateByAllowance,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate allowedUntil,
    @Nullable Instant reachedAt,
    LocalDate asOf,
    @Nullable List<PathView.MissingLink> missingLinks) {}
