package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Data of {@code forwarding.forwarded}. The arrivals that it caused are events of their own.
 *
 * @param automatic true where a standing instruction did it; left out where it was done by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingForwarded(
    UUID noticeId,
    OrganizationCode organization,
    OrganizationKind tier,
    int addressed,
    int omitted,
    UUID coverLetterId,
    @Nullable LocalDate dueOn,
    @Nullable Boolean automatic,
    @Nullable UUID standingInstructionId)
    implements EventData {

  /** Done by hand. */
  public ForwardingForwarded(
      UUID noticeId,
      OrganizationCode organization,
      OrganizationKind tier,
      int addressed,
      int omitted,
      UUID coverLetterId,
      @Nullable LocalDate dueOn) {
    this(noticeId, organization, tier, addressed, omitted, coverLetterId, dueOn, null, null);
  }
}
