package org.todoke.registry.succession.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.succession.Reopenings;
import org.todoke.registry.succession.SuccessionKind;
import org.todoke.registry.succession.Successions;

/** What callers send about organisations that end or live on. */
final class SuccessionRequests {

  private SuccessionRequests() {}

  /** An organisation goes up in another one. */
  @Schema(name = "OrganizationMerger")
  record Merger(
      @Schema(description = "Of the same kind, and active") @NotNull OrganizationCode into,
      @Schema(
              description =
                  "Whether it is the same thing under another code; a corporation without a number that is merged into one with a number always is")
          @Nullable Boolean renumbering,
      @Schema(description = "The first day without it; today if left out")
          @Nullable LocalDate effectiveOn) {

    SuccessionKind kind() {
      return Boolean.TRUE.equals(renumbering) ? SuccessionKind.RENUMBERING : SuccessionKind.MERGER;
    }

    List<Successions.Part> parts() {
      return List.of(new Successions.Part("/into", into, null));
    }
  }

  /** An organisation is divided into several. */
  @Schema(name = "OrganizationDivision")
  record Division(
      @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Part> parts,
      @Schema(description = "The first day without it; today if left out")
          @Nullable LocalDate effectiveOn) {

    List<Successions.Part> asked() {
      List<Successions.Part> asked = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        asked.add(new Successions.Part("/parts/" + i, part.into(), part.organizations()));
      }
      return asked;
    }
  }

  /** A successor and what it takes over. */
  @Schema(name = "OrganizationDivisionPart")
  record Part(
      @Schema(description = "Of the same kind, and active") @NotNull OrganizationCode into,
      @Schema(
              description =
                  "Of those directly below, the ones that it takes over; left out by the one that takes the rest")
          @Nullable
          @Size(max = 10_000)
          List<@NotNull OrganizationCode> organizations) {}

  /** A closed organisation lives on. */
  @Schema(name = "OrganizationReopening")
  record Reopening(
      @Schema(description = "The first day on which it exists again; today if left out")
          @Nullable LocalDate from,
      @Schema(description = "In the place of the one above it, if that has closed")
          @Nullable OrganizationCode parent,
      @Schema(description = "In the place of its municipality, if that has closed")
          @Nullable OrganizationCode municipality,
      @Schema(description = "In the place of its corporation, if that has closed")
          @Nullable OrganizationCode corporation) {

    Reopenings.Lines lines() {
      return new Reopenings.Lines(parent, municipality, corporation);
    }
  }
}
