package org.todoke.notice.pace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.progress.Figure;

/**
 * One tier below a node.
 *
 * @param forwarded the rate, as the progress of the node has it
 * @param toForward absent for tiers that have nobody below them
 * @param budget absent where nobody of them has to be done by a date, or none was reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TierPace(
    OrganizationKind tier,
    Figure forwarded,
    @Nullable Turnaround toForward,
    Turnaround toAcknowledge,
    @Nullable Budget budget,
    Forecast forecast) {

  /**
   * From an organisation's own first arrival to its own act, of those expected that have acted: the
   * delay of those above is none of theirs.
   *
   * @param organizations how many the times are of
   * @param carriedOver left out: what counts since a former version took no time of this one
   * @param median absent if it is of nobody; by interpolation, as is the 90th percentile
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Turnaround(
      long organizations, long carriedOver, @Nullable Duration median, @Nullable Duration p90) {}

  /**
   * Whose time it was. The whole is what lies between the issue and the end of the last date. What
   * an organisation spends begins with its own first arrival and ends with what it is asked for, or
   * has not ended yet; what was spent above it is on the account of those above.
   *
   * @param spent on average, of those expected and reached
   * @param share of the whole, between 0 and 1
   * @param withinAllowance those whose own office days, counted from their own receipt, have
   *     sufficed so far
   */
  @Schema(name = "TimeBudget")
  public record Budget(Duration whole, Duration spent, double share, Figure withinAllowance) {}
}
