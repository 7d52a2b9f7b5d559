package org.todoke.registry.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says of a suspected pair. */
@Schema(name = "SuspectedPairVerdict")
public enum PairDecision {
  @JsonProperty("same")
  SAME(PairState.SAME),
  @JsonProperty("different")
  DIFFERENT(PairState.DIFFERENT);

  private final PairState state;

  PairDecision(PairState state) {
    this.state = state;
  }

  PairState state() {
    return state;
  }
}
