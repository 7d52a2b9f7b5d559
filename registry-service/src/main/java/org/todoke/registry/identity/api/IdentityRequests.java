package org.todoke.registry.identity.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.registry.identity.NameVariantView;
import org.todoke.registry.identity.PairDecision;

/** What callers send and get about identities, where it is no view of its own. */
final class IdentityRequests {

  private IdentityRequests() {}

  /** Which spelling is right. */
  @Schema(name = "PreferredName")
  record PreferredName(
      @Schema(description = "One of the variants, as it is spelled") @NotBlank @Size(max = 200)
          String name) {}

  /** All spellings of one organisation. */
  @Schema(name = "NameVariants", requiredProperties = "items")
  record NameVariantList(List<NameVariantView> items) {}

  /** What a person says of a pair. */
  @Schema(name = "SuspectedPairDecision")
  record Decision(@NotNull PairDecision decision) {}

  /** The outcome of a search. */
  @Schema(name = "SuspectedPairSearch", requiredProperties = "found")
  record SearchResult(@Schema(description = "Pairs that are new") int found) {}
}
