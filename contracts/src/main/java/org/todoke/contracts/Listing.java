package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether the newest official list has an organisation. One that never stood in a list has no
 * listing at all; absence from a list closes nobody.
 */
public enum Listing {
  @JsonProperty("listed")
  LISTED("listed"),
  @JsonProperty("not-listed")
  NOT_LISTED("not-listed");

  private final String wireName;

  Listing(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
