package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an organisation is left out of the denominator. */
public enum ExcuseReason {
  /** It no longer exists, or was merged into another. */
  @JsonProperty("closed")
  CLOSED("closed"),
  /** The paper does not apply to it. */
  @JsonProperty("not-concerned")
  NOT_CONCERNED("not-concerned"),
  /** It says that the paper is not for it. */
  @JsonProperty("wrong-addressee")
  WRONG_ADDRESSEE("wrong-addressee"),
  /** The tier above did not pass the paper on to it, and said why. */
  @JsonProperty("omitted")
  OMITTED("omitted");

  private final String wireName;

  ExcuseReason(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
