package org.todoke.notice.instruction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** What an instruction looks at in a notice, and what a letter can name of it. */
record Paper(
    String kind,
    @Nullable String series,
    @Nullable Integer volume,
    OrganizationCode leadIssuer,
    @Nullable String issuerName,
    Usage usage,
    @Nullable String documentNumber,
    LocalDate issuedOn,
    String title) {}
