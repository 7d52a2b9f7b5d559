package org.todoke.notice.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * By when a delivery has to be dealt with, by both clocks, and how late it is by each. Worked out
 * from the facts for the day {@code asOf}; nothing of it is stored.
 *
 * @param dueOn the earliest date that the notice or a cover letter on the way set
 * @param allowance own receipt and the office days given from then on
 * @param expectedBy the day by which it is chased, and by which clock
 * @param doneOn the day of the fact that it asks for
 * @param lateByDate absent if it is in time by that clock, or there is none, or it does not count
 */
@Schema(name = "Deadline")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadlineView(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    LocalDate asOf,
    Duty duty,
    @Nullable LocalDate receivedOn,
    @Nullable LocalDate dueOn,
    @Nullable Allowance allowance,
    @Nullable LocalDate expectedBy,
    @Nullable DeadlineClock clock,
    @Nullable LocalDate doneOn,
    boolean excused,
    @Nullable Lateness lateByDate,
    @Nullable Lateness lateByAllowance,
    List<Request> requests) {

  /**
   * @param givenBy {@code issuer}, {@code forwarder} or {@code default}
   */
  @Schema(name = "Allowance")
  public record Allowance(
      int officeDays,
      @Schema(enumeration = {"issuer", "forwarder", "default"}) String givenBy,
      LocalDate from,
      LocalDate until) {}

  /**
   * @param officeDays that came after the day, up to the one on which it was done, or today: none
   *     after a Friday's date on the Sunday, which is late all the same
   */
  @Schema(name = "Lateness")
  public record Lateness(LocalDate since, int officeDays) {}

  /** One of the requested actions, by its place in the notice, and what it means for this tier. */
  @Schema(name = "RequestDeadline")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Request(
      int position,
      Duty duty,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate allowedUntil,
      @Nullable LocalDate doneOn,
      @Nullable Lateness lateByDate,
      @Nullable Lateness lateByAllowance) {}

  /** Whether it still waits for what it asks. */
  public boolean isOpen() {
    return duty != Duty.NONE && receivedOn != null && doneOn == null && !excused;
  }
}
