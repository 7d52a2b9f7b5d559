package org.todoke.notice.instruction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How an instruction stands, worked out each time from its dates and from what was done with it.
 */
public enum InstructionState {
  /** Begins later. */
  @JsonProperty("planned")
  PLANNED("edit", "suspend", "remove"),
  @JsonProperty("active")
  ACTIVE("edit", "suspend", "remove"),
  @JsonProperty("suspended")
  SUSPENDED("edit", "resume", "remove"),
  /** Its last day has passed. */
  @JsonProperty("ended")
  ENDED("edit", "remove"),
  /** Kept, because forwardings name it. */
  @JsonProperty("removed")
  REMOVED;

  private final List<String> actions;

  InstructionState(String... actions) {
    this.actions = List.of(actions);
  }

  List<String> actions() {
    return actions;
  }
}
