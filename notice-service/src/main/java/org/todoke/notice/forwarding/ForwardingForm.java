package org.todoke.notice.forwarding;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;

/** To whom the paper is passed on, whom that leaves out and why, and the letter round it. */
@Schema(name = "ForwardingForm")
public record ForwardingForm(
    @Nullable ToForm to,
    @Nullable List<@Nullable OmissionForm> omitted,
    @Nullable CoverLetterForm coverLetter) {

  /**
   * Everybody who has to be accounted for, except those that are omitted; or those named; or both,
   * to name a channel or somebody further down.
   */
  @Schema(name = "ForwardingTo")
  public record ToForm(
      @Nullable Boolean allChildren, @Nullable List<@Nullable AddresseeForm> organizations) {}

  /** Without a channel, by the inbox. */
  @Schema(name = "ForwardingAddressee")
  public record AddresseeForm(
      @Nullable @Schema(examples = "cn:2999905000101") String code, @Nullable Channel channel) {}

  /** Somebody to whom it is not passed on, and why. */
  @Schema(name = "ForwardingOmission")
  public record OmissionForm(
      @Nullable String code, @Nullable @Schema(maxLength = 500) String reason) {}

  /**
   * The forwarder's own paper; its date may be earlier than the notice's, never later. {@code
   * allowance} is the number of office days that those addressed have from their receipt on; where
   * the issuer gives fewer, that holds.
   */
  @Schema(name = "CoverLetterForm")
  public record CoverLetterForm(
      @Nullable @Schema(examples = "jimu-renraku") String paperKind,
      @Nullable String documentNumber,
      @Nullable @Schema(examples = "平成25年7月17日") String date,
      @Nullable String title,
      @Nullable String text,
      @Nullable String dueOn,
      @Nullable @Schema(minimum = "1", maximum = "250") Integer allowance) {}
}
