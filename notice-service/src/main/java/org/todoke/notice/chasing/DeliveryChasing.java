package org.todoke.notice.chasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;

/** How a delivery was chased, the latest first, and whether it is let be for a while. */
@Schema(name = "DeliveryChasing")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryChasing(
    UUID noticeId,
    OrganizationCode organization,
    List<Step> reminders,
    List<Step> escalations,
    @Nullable Snooze snooze,
    List<String> permittedActions) {

  /**
   * @param rung of a reminder the office days from {@code dueOn}; of an escalation 1 for the sender
   *     of the paper, 2 for the issuer
   * @param to whom it was escalated to; absent for whom it is none of their business
   */
  @Schema(name = "ChaseStep")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      LocalDate on,
      LocalDate dueOn,
      DeadlineClock clock,
      int rung,
      @Nullable OrganizationCode to) {}

  /**
   * The last one.
   *
   * @param active whether it holds today
   * @param reason for the addressee and the one who gave it
   */
  @Schema(name = "Snooze")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Snooze(
      LocalDate until, boolean active, OrganizationCode by, Instant at, @Nullable String reason) {}
}
