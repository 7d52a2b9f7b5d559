package org.todoke.notice.forwarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.delivery.CoverLetterView;
import org.todoke.web.Page;

/** What an organisation did with a notice. The letter is there for those who may read it. */
@Schema(name = "Forwarding")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardingView(
    UUID noticeId,
    OrganizationCode organization,
    @Nullable String name,
    String state,
    Instant forwardedAt,
    @Nullable Instant finalizedAt,
    int addressed,
    int omitted,
    @Schema(description = "Whether a standing instruction did it") boolean automatic,
    @Nullable UUID standingInstructionId,
    @Nullable CoverLetterView coverLetter,
    Page<Child> children) {

  /** Whether it was passed on to somebody. */
  public enum Disposition {
    @JsonProperty("addressed")
    ADDRESSED,
    @JsonProperty("omitted")
    OMITTED
  }

  /** One of those below, and what became of it since. */
  @Schema(name = "ForwardingChild")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Child(
      OrganizationCode code,
      @Nullable String name,
      OrganizationKind tier,
      Disposition disposition,
      @Nullable Channel channel,
      @Nullable String reason,
      @Nullable Instant reachedAt,
      @Nullable ExcuseReason excusedReason) {}
}
