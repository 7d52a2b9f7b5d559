package org.todoke.registry.succession;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one organisation came after another. */
public enum SuccessionKind {
  @JsonProperty("merger")
  MERGER("merger"),
  @JsonProperty("division")
  DIVISION("division"),
  /** The same thing under another code. */
  @JsonProperty("renumbering")
  RENUMBERING("renumbering");

  private final String wireName;

  SuccessionKind(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
