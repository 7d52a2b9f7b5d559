package org.todoke.checklist.assignment;

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
 * What everybody on the lines of an assignment may know of it: where it stands, without answers.
 */
@Schema(name = "Assignment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
    UUID id,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    OrganizationRef establishment,
    @Nullable OrganizationRef corporation,
    @Nullable OrganizationRef municipality,
    @Nullable OrganizationRef prefecture,
    @Schema(enumeration = {"actual", "exercise", "test"}) String usage,
    @Nullable LocalDate dueOn,
    Instant arrivedAt,
    @Schema(enumeration = {"open", "closed"}) String state,
    @Nullable Closure closure,
    @Nullable
        @Schema(
            description =
                "The assignment for the version of the notice before, of which what was done counts"
                    + " here as far as it still can.")
        UUID carriedOverFrom,
    @Nullable @Schema(description = "The assignment for the version of the notice that holds now.")
        UUID carriedOverTo,
    @Schema(description = "The due date is over, it is open, and nobody has answered.")
        boolean overdue,
    Answered submission,
    @Schema(description = "Findings about which nothing is reported as done yet.")
        int openRemediations,
    @Schema(description = "What this caller may do: save-draft, complete, amend, close.")
        List<String> permittedActions) {

  /** How it ended. */
  @Schema(name = "AssignmentClosure")
  public record Closure(ClosureReason reason, OrganizationCode by, Instant at) {}

  /**
   * Where the answer stands.
   *
   * @param answeredAt of the first completed answer, which is what decides whether it was on time
   */
  @Schema(name = "AssignmentAnswer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Answered(
      @Schema(enumeration = {"not-started", "in-progress", "completed", "amended"}) String status,
      @Schema(
              enumeration = {
                "not-assessed",
                "compliant",
                "partially-compliant",
                "non-compliant",
                "not-applicable"
              })
          String result,
      int revision,
      @Nullable Instant answeredAt,
      @Nullable Boolean onTime) {}
}
