package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a later version of a notice is to the former one, in whose place it holds. */
public enum Succession {
  /** The same paper with a fault put right (訂正). */
  @JsonProperty("corrects")
  CORRECTS("corrects"),
  /** Another paper in its place (差替え). */
  @JsonProperty("replaces")
  REPLACES("replaces");

  private final String wireName;

  Succession(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
