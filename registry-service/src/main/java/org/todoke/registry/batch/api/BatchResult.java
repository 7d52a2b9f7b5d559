package org.todoke.registry.batch.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.problem.Problem;

/** What became of each item, in their order. */
@Schema(
    name = "OrganizationBatchResult",
    requiredProperties = {"items"})
record BatchResult(List<Item> items) {

  /**
   * What became of one item.
   *
   * @param problem absent for what was done
   */
  @Schema(
      name = "OrganizationBatchItemResult",
      requiredProperties = {"index", "status", "replayed"})
  record Item(
      int index,
      @Schema(description = "As the route for a single edit would have answered") int status,
      @Nullable OrganizationCode code,
      @Schema(description = "Of the organisation afterwards") @Nullable Integer version,
      @Schema(description = "Whether this is the answer to the first time that it was sent")
          boolean replayed,
      @Nullable Problem problem) {}
}
