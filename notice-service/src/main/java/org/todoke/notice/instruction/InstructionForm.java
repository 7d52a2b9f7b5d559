package org.todoke.notice.instruction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Usage;

/** Which notices are passed on by themselves, under which letter, and when. */
@Schema(name = "StandingInstructionForm")
public record InstructionForm(
    @Nullable NoticesForm notices,
    @Nullable CoverForm coverLetter,
    @Nullable @Schema(description = "Today, where it is left out") String startsOn,
    @Nullable @Schema(description = "The last day") String endsOn) {

  /** A notice has to be in every list; a list that is empty or left out takes all. */
  @Schema(name = "StandingInstructionNotices")
  public record NoticesForm(
      @Nullable List<@Nullable String> paperKinds,
      @Nullable List<@Nullable String> series,
      @Nullable List<@Nullable String> leadIssuers,
      @Nullable List<@Nullable Usage> usages) {}

  /**
   * The letter; in its title and text {@code {noticeTitle}}, {@code {issuer}}, {@code
   * {documentNumber}}, {@code {issuedOn}}, {@code {series}} and {@code {dueOn}} stand for what they
   * say.
   */
  @Schema(name = "StandingInstructionCoverLetter")
  public record CoverForm(
      @Nullable @Schema(examples = "jimu-renraku") String paperKind,
      @Nullable @Schema(examples = "{noticeTitle}（周知）") String title,
      @Nullable String text,
      @Nullable
          @Schema(
              description =
                  "How many days before the date that holds for the organisation itself; no date of"
                      + " one's own where that day has passed or this is left out")
          Integer dueDaysBefore,
      @Nullable
          @Schema(
              minimum = "1",
              maximum = "250",
              description = "The office days that those addressed have from their receipt on")
          Integer allowance) {}
}
