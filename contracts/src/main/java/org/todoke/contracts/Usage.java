package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a notice is for. Exercises and tests never enter a real figure. */
public enum Usage {
  @JsonProperty("actual")
  ACTUAL("actual"),
  @JsonProperty("exercise")
  EXERCISE("exercise"),
  @JsonProperty("test")
  TEST("test");

  private final String wireName;

  Usage(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
