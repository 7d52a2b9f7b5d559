package org.todoke.notice.authoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** Everything that an author writes, judged and found good. */
record NoticeContent(
    Usage usage,
    String paperKind,
    @Nullable String series,
    @Nullable Integer volume,
    @Nullable String documentNumber,
    LocalDate issuedOn,
    String title,
    String text,
    List<Reference> references,
    @Nullable Contact contact,
    List<OrganizationCode> issuers,
    List<String> addressees,
    List<Relation> relations,
    @Nullable Integer declaredSheets,
    List<RequestedAction> requestedActions,
    Audience audience,
    NoticePurpose purpose,
    Confidentiality confidentiality) {}
