package org.todoke.checklist.remediation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.OrganizationRef;
import org.todoke.contracts.OrganizationCode;

/**
 * What is done about a finding. Everybody on the lines of the assignment has a duty to act on it,
 * so everybody there reads what was done.
 *
 * @param revision the completed answers in which the finding came up
 */
@Schema(name = "Remediation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemediationView(
    UUID id,
    UUID noticeId,
    UUID assignmentId,
    OrganizationRef establishment,
    String itemId,
    int revision,
    @Schema(enumeration = {"open", "in-progress", "completed", "withdrawn"}) String state,
    Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable Completed completed,
    @Nullable Withdrawn withdrawn,
    @Schema(description = "What this caller may do: start, complete.")
        List<String> permittedActions) {

  /** What was done. */
  @Schema(name = "RemediationCompleted")
  public record Completed(
      String measures,
      LocalDate on,
      OrganizationCode by,
      @Schema(enumeration = {"inbox", "email", "fax", "telephone", "post", "by-hand", "api"})
          String channel,
      Instant recordedAt) {}

  /** Why nothing is to be done any more. */
  @Schema(name = "RemediationWithdrawn")
  public record Withdrawn(WithdrawalReason reason, Instant at) {}
}
