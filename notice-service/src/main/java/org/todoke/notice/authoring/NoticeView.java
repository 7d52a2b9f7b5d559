package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/** A notice as a reader sees it. */
@Schema(name = "Notice")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(
    UUID id,
    NoticeStatus status,
    Usage usage,
    String paperKind,
    @Nullable String series,
    @Nullable Integer volume,
    @Nullable String documentNumber,
    LocalDate issuedOn,
    String title,
    @Nullable String text,
    List<Reference> references,
    @Nullable Contact contact,
    List<Named> issuers,
    List<String> addressees,
    List<RelationView> relations,
    @Nullable Integer declaredSheets,
    List<AttachmentView> attachments,
    List<RequestedAction> requestedActions,
    Audience audience,
    @Nullable Map<OrganizationKind, Integer> addressed,
    @Nullable String audienceHash,
    @Nullable LocalDate dueOn,
    @Nullable Map<OrganizationKind, LocalDate> dueOnByTier,
    @Nullable UUID checklistId,
    @Nullable List<UUID> moreChecklistIds,
    NoticePurpose purpose,
    Confidentiality confidentiality,
    @Nullable
        @Schema(description = "There where the reader passes it on and does not read what it says")
        Boolean sealed,
    Instant createdAt,
    @Nullable Instant issuedAt,
    @Nullable End ended,
    List<RelatedNotice> related,
    List<String> permittedActions,
    @Schema(hidden = true) @JsonIgnore int version) {

  /** An organisation by its code, with its present name where the directory has one. */
  @Schema(name = "NamedOrganization")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Named(OrganizationCode code, @Nullable String name) {}

  /** Another paper: of this system ({@code noticeId}), or from outside. */
  @Schema(name = "Relation")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RelationView(
      RelationKind kind,
      @Nullable UUID noticeId,
      @Nullable ExternalPaper external,
      @Nullable List<Amendment> amendments,
      @Nullable LocalDate dueOn) {}

  /** When it ended, and why: the reason of a cancellation, or the notice that took its place. */
  @Schema(name = "NoticeEnd")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record End(Instant at, @Nullable String reason, @Nullable UUID supersededBy) {}
}
