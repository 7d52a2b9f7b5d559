package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * A delivery as a caller sees it: its own, or one of those below. Who came by which letter is there
 * when one delivery is asked for, not in lists.
 */
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    UUID noticeId,
    OrganizationCode organization,
    @Nullable String name,
    OrganizationKind tier,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    @Schema(
            enumeration = {
              "requested",
              "received",
              "accepted",
              "forwarded",
              "finalized",
              "rejected"
            })
        String state,
    boolean hasChildren,
    @Nullable LocalDate dueOn,
    @Nullable Instant reachedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String handledBy,
    @Nullable Instant rejectedAt,
    @Nullable Instant forwardedAt,
    @Nullable Instant finalizedAt,
    @Nullable Excuse excused,
    @Nullable Instant answeredAt,
    @Nullable Boolean answeredOnTime,
    @Schema(
            description =
                "To which of its departments it is addressed; empty where it has none of those that the"
                    + " notice names, absent where the notice names none")
        @Nullable List<AddressedDepartment> departments,
    @Nullable List<ArrivalView> arrivals,
    @Nullable Delegation delegation,
    @Nullable RejectionView rejection,
    @Nullable List<AttemptView> attempts,
    List<String> permittedActions) {

  /** That it does not count, why, and who said so. */
  @Schema(name = "Excuse")
  public record Excuse(ExcuseReason reason, Instant at, OrganizationCode by) {}

  /** As the directory named it when the delivery was made. */
  @Schema(name = "AddressedDepartment")
  public record AddressedDepartment(
      @Schema(examples = "care-insurance") String duty,
      @Schema(examples = "介護保険担当主管課") String name) {}

  /** To which of its departments the addressee gave it. */
  @Schema(name = "Delegation")
  public record Delegation(String department, Instant since) {}

  /** The last time that it was sent back, and what was decided about it. */
  @Schema(name = "RejectionState")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RejectionView(
      Instant rejectedAt,
      @Nullable OrganizationCode rightOrganization,
      @Schema(description = "For the addressee and those who decide") @Nullable String reason,
      @Nullable RejectionDecision decision,
      @Nullable Instant decidedAt,
      @Nullable OrganizationCode decidedBy,
      @Schema(description = "For the addressee and those who decide")
          @Nullable String decisionReason,
      @Nullable OrganizationCode sentTo) {}

  /**
   * One way in which it was reached. The cover letters are the nearest first; a letter stands here
   * only for those who may read it.
   */
  @Schema(name = "Arrival")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ArrivalView(
      OrganizationCode from,
      @Nullable String fromName,
      Channel channel,
      Instant time,
      Instant recordedTime,
      OrganizationCode recordedBy,
      @Nullable LocalDate dueOn,
      @Nullable String note,
      List<CoverLetterView> coverLetters) {}

  DeliveryView with(
      List<ArrivalView> routes,
      @Nullable Delegation delegatedTo,
      @Nullable RejectionView lastRejection,
      List<AttemptView> attempted) {
    return new DeliveryView(
        noticeId,
        organization,
        name,
        tier,
        prefecture,
        municipality,
        corporation,
        state,
        hasChildren,
        dueOn,
        reachedAt,
        acknowledgedAt,
        handledBy,
        rejectedAt,
        forwardedAt,
        finalizedAt,
        excused,
        answeredAt,
        answeredOnTime,
        departments,
        routes,
        delegatedTo,
        lastRejection,
        attempted,
        permittedActions);
  }
}
