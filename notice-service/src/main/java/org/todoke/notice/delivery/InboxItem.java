package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** A paper that has reached the caller, and what the caller has done with it. */
@Schema(name = "InboxItem")
public record InboxItem(Paper notice, DeliveryView delivery) {

  /** Enough of a notice to know it by. */
  @Schema(name = "Paper")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Paper(
      UUID id,
      Usage usage,
      String paperKind,
      @Nullable String series,
      @Nullable Integer volume,
      @Nullable String documentNumber,
      LocalDate issuedOn,
      String title,
      OrganizationCode leadIssuer,
      @Nullable String leadIssuerName,
      @Schema(enumeration = {"issued", "closed", "cancelled", "superseded"}) String status,
      @Schema(enumeration = {"for-attention", "for-follow-up"}) String purpose,
      @Schema(enumeration = {"public", "restricted", "confidential"}) String confidentiality) {}
}
