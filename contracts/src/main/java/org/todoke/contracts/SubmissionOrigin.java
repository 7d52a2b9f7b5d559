package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who gave the answers. */
public enum SubmissionOrigin {
  @JsonProperty("establishment")
  ESTABLISHMENT("establishment"),
  /** For one or many of its establishments. */
  @JsonProperty("corporation")
  CORPORATION("corporation"),
  /** Typed in by an authority for somebody who answered by telephone, FAX or post. */
  @JsonProperty("proxy")
  PROXY("proxy"),
  /** Seen by an authority on the spot. */
  @JsonProperty("observation")
  OBSERVATION("observation");

  private final String wireName;

  SubmissionOrigin(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
