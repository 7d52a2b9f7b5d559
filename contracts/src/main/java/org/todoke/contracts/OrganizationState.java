package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an organisation exists. */
public enum OrganizationState {
  @JsonProperty("active")
  ACTIVE("active"),
  @JsonProperty("closed")
  CLOSED("closed");

  private final String wireName;

  OrganizationState(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
