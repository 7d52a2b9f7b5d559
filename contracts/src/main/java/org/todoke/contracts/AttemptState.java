package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an attempt to reach somebody over one channel is; the same for e-mail and for paper. */
public enum AttemptState {
  /** Nobody has begun. */
  @JsonProperty("created")
  CREATED("created"),
  /** The suite is at it. */
  @JsonProperty("sending")
  SENDING("sending"),
  /** It left this side. */
  @JsonProperty("sent")
  SENT("sent"),
  /** The other side has it, as somebody says who knows. */
  @JsonProperty("delivered")
  DELIVERED("delivered"),
  /** The organisation has acknowledged the notice since. */
  @JsonProperty("read")
  READ("read"),
  /** It will be tried again. */
  @JsonProperty("temporary-failure")
  TEMPORARY_FAILURE("temporary-failure"),
  /** This channel is given up. */
  @JsonProperty("permanent-failure")
  PERMANENT_FAILURE("permanent-failure");

  private final String wireName;

  AttemptState(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
