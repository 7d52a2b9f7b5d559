package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A paper that is not in this system, by what identifies one: issuer, number, date. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExternalPaper(String issuer, @Nullable String number, LocalDate date, String title) {}
