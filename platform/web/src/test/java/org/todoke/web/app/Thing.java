package org.todoke.web.app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** A body with something of everything. */
@SuppressWarnings("ArrayRecordComponent")
public record Thing(
    @NotBlank @Size(max = 20) String name,
    @Min(0) int count,
    @Nullable Usage usage,
    @Nullable LocalDate issuedOn,
    @Nullable Instant at,
    @Nullable UUID id,
    @Nullable OrganizationCode organization,
    @Nullable Boolean urgent,
    @Valid @Nullable Contact contact,
    @Nullable List<@Valid Item> items,
    @Nullable List<@NotNull Usage> usages,
    int @Nullable [] numbers) {

  public record Contact(
      @Nullable String department,
      @Nullable @Pattern(regexp = "[0-9-]*", message = "contact.telephone-form")
          String telephone) {}

  public record Item(@NotBlank String text, @Nullable Integer amount) {}
}
