package org.todoke.notice.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ExcuseReason;

/**
 * One node of the next level: what it did itself, and the figures of those below it.
 *
 * @param own absent if it is itself not in the audience
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChildProgress(NodeProgress.Node node, @Nullable Own own, List<TierProgress> tiers) {

  /** The node's own delivery, as far as those above it need it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Own(
      @Nullable Instant reachedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant forwardedAt,
      @Nullable Instant finalizedAt,
      @Nullable Instant answeredAt,
      @Nullable LocalDate dueOn,
      @Nullable ExcuseReason excused) {}
}
