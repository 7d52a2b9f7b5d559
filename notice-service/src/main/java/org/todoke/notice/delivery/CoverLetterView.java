package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A tier's own paper round what it passed on. */
@Schema(name = "CoverLetter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverLetterView(
    UUID id,
    OrganizationCode organization,
    String paperKind,
    @Nullable String documentNumber,
    LocalDate date,
    String title,
    String text,
    @Nullable LocalDate dueOn,
    @Nullable Integer allowance,
    List<LetterAttachmentView> attachments) {}
