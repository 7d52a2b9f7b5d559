package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a paper reached somebody. All but the inbox are recorded by a person. */
public enum Channel {
  /** The API of this suite: the arrival is certain at once. */
  @JsonProperty("inbox")
  INBOX("inbox"),
  @JsonProperty("email")
  EMAIL("email"),
  @JsonProperty("fax")
  FAX("fax"),
  @JsonProperty("telephone")
  TELEPHONE("telephone"),
  @JsonProperty("post")
  POST("post"),
  @JsonProperty("by-hand")
  BY_HAND("by-hand"),
  /** An interface of the receiver's own system. */
  @JsonProperty("api")
  API("api");

  private final String wireName;

  Channel(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
