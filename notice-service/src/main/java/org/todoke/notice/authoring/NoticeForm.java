package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/** What an author sends, not judged yet. Dates as in the paper: ISO, or of the Japanese eras. */
@Schema(name = "NoticeForm")
public record NoticeForm(
    @Nullable Usage usage,
    @Nullable @Schema(examples = "jimu-renraku") String paperKind,
    @Nullable @Schema(examples = "介護保険最新情報") String series,
    @Nullable @Schema(examples = "334") Integer volume,
    @Nullable String documentNumber,
    @Nullable @Schema(examples = "平成25年7月11日") String issuedOn,
    @Nullable String title,
    @Nullable String text,
    @Nullable List<@Nullable ReferenceForm> references,
    @Nullable ContactForm contact,
    @Nullable List<@Nullable String> issuers,
    @Nullable List<@Nullable String> addressees,
    @Nullable List<@Nullable RelationForm> relations,
    @Nullable Integer declaredSheets,
    @Nullable List<@Nullable ActionForm> requestedActions,
    @Nullable AudienceForm audience,
    @Nullable NoticePurpose purpose,
    @Nullable
        @Schema(
            description =
                "public (公開), restricted (関係者限り, unless said otherwise) or confidential (親展)")
        Confidentiality confidentiality) {

  /** See {@link Reference}. */
  @Schema(name = "ReferenceForm")
  public record ReferenceForm(
      @Nullable @Schema(examples = "※1") String mark,
      @Nullable String text,
      @Nullable String url) {}

  /** See {@link Contact}. */
  @Schema(name = "ContactForm")
  public record ContactForm(
      @Nullable String department, @Nullable String telephone, @Nullable String fax) {}

  /**
   * Either {@code noticeId} or {@code external}; with {@code amends} the table of old and new
   * wording, with {@code extends-deadline} the new date.
   */
  @Schema(name = "RelationForm")
  public record RelationForm(
      @Nullable RelationKind kind,
      @Nullable String noticeId,
      @Nullable ExternalForm external,
      @Nullable List<@Nullable AmendmentForm> amendments,
      @Nullable @Schema(examples = "平成25年8月9日") String dueOn) {}

  /** See {@link Amendment}. */
  @Schema(name = "AmendmentForm")
  public record AmendmentForm(
      @Nullable @Schema(examples = "記の2") String place,
      @JsonProperty("old") @Nullable String former,
      @JsonProperty("new") @Nullable String present) {}

  /** See {@link ExternalPaper}. */
  @Schema(name = "ExternalForm")
  public record ExternalForm(
      @Nullable String issuer,
      @Nullable String number,
      @Nullable String date,
      @Nullable String title) {}

  /** See {@link RequestedAction}. */
  @Schema(name = "ActionForm")
  public record ActionForm(
      @Nullable String text,
      @Nullable String dueOn,
      @Nullable String checklistId,
      @Nullable Map<OrganizationKind, @Nullable Integer> allowances,
      @Nullable ActionKind kind,
      @Nullable @Schema(description = "The tiers that have to do it; left out, everybody")
          List<@Nullable OrganizationKind> asks,
      @Nullable @Schema(description = "Dates of tiers that are not dueOn")
          Map<OrganizationKind, @Nullable String> dueOnByTier,
      @Nullable @Schema(maxLength = 500, description = "Why a tier has more time than one below it")
          String dueOnReason) {

    /** Of everybody, by one date. */
    public ActionForm(
        @Nullable String text,
        @Nullable String dueOn,
        @Nullable String checklistId,
        @Nullable Map<OrganizationKind, @Nullable Integer> allowances) {
      this(text, dueOn, checklistId, allowances, null, null, null, null);
    }
  }

  /** See {@link Audience}. */
  @Schema(name = "AudienceForm")
  public record AudienceForm(
      @Nullable List<@Nullable OrganizationKind> tiers,
      @Nullable List<@Nullable OrganizationKind> directTo,
      @Nullable List<@Nullable String> within,
      @Nullable List<@Nullable String> departments,
      @Nullable List<@Nullable String> serviceTypes,
      @Nullable List<@Nullable AdditionForm> additions,
      @Nullable List<@Nullable ExemptionForm> exceptions) {}

  /** See {@link Audience.Addition}. */
  @Schema(name = "AudienceAdditionForm")
  public record AdditionForm(@Nullable String organization, @Nullable String reason) {}

  /** See {@link Audience.Exemption}. */
  @Schema(name = "AudienceExceptionForm")
  public record ExemptionForm(
      @Nullable String organization, @Nullable String reason, @Nullable Boolean withThoseBelow) {}
}
