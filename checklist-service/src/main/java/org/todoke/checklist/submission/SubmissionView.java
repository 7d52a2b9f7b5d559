package org.todoke.checklist.submission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.questionnaire.Outcome;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.contracts.SubmissionResult;

/**
 * Where the answers of an assignment stand, and as much of them as the reader may see.
 *
 * @param completed the last completed answers
 * @param draft what the operator has so far; shown to nobody else
 */
@Schema(name = "Submission")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionView(
    UUID assignmentId,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    SubmissionStatus status,
    SubmissionResult result,
    int revision,
    @Nullable
        @Schema(
            description =
                "Whether the first completed answer was given by the due date; absent without an"
                    + " answer or a due date.")
        Boolean onTime,
    @Nullable Revision completed,
    @Nullable Draft draft,
    @Schema(description = "What this caller may do: save-draft, complete, amend.")
        List<String> permittedActions,
    @JsonIgnore int edition) {

  /**
   * Completed answers.
   *
   * @param by who entered them
   * @param channel how they came to whoever entered them
   * @param answeredAt when they were given
   * @param recordedAt when they were entered
   * @param recordedLate entered on a later day than given
   * @param carriedFrom the assignment for a former version of the notice in which it was answered
   * @param withheld items that were answered, but not for this reader
   */
  @Schema(name = "SubmissionRevision")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Revision(
      int revision,
      SubmissionResult result,
      SubmissionOrigin origin,
      OrganizationCode by,
      Channel channel,
      Instant answeredAt,
      Instant recordedAt,
      boolean recordedLate,
      @Nullable UUID carriedFrom,
      @Schema(description = "By item: a code, a text, an ISO date or a number.")
          Map<String, Object> answers,
      List<String> withheld,
      @Schema(description = "By item, where the answer was assessed.")
          Map<String, Outcome> outcomes) {}

  /** Answers that nobody has completed yet. */
  @Schema(name = "SubmissionDraft")
  public record Draft(
      @Schema(description = "By item: a code, a text, an ISO date or a number.")
          Map<String, Object> answers,
      Instant savedAt) {}
}
