package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/** A notice in a list. */
@Schema(name = "NoticeSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeSummary(
    UUID id,
    NoticeStatus status,
    Usage usage,
    String paperKind,
    @Nullable String series,
    @Nullable Integer volume,
    @Nullable String documentNumber,
    LocalDate issuedOn,
    String title,
    OrganizationCode leadIssuer,
    @Nullable LocalDate dueOn,
    @Nullable Map<OrganizationKind, Integer> addressed,
    @Nullable Instant issuedAt,
    NoticePurpose purpose,
    Confidentiality confidentiality) {

  static NoticeSummary of(Notice notice) {
    return new NoticeSummary(
        notice.id(),
        notice.status(),
        notice.usage(),
        notice.paper().kind(),
        notice.paper().series(),
        notice.paper().volume(),
        notice.paper().documentNumber(),
        notice.paper().issuedOn(),
        notice.paper().title(),
        notice.leadIssuer(),
        notice.dueOn(),
        notice.addressed(),
        notice.issuedAt(),
        notice.demand().purpose(),
        notice.paper().confidentiality());
  }
}
