package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of an answer to the former version of a notice. */
public enum CarriedAnswer {
  /** What was asked for is unchanged: the answer counts, as far as the questions are the same. */
  @JsonProperty("kept")
  KEPT("kept"),
  /** Something else is asked for: the answers to unchanged questions are there to begin with. */
  @JsonProperty("reopened")
  REOPENED("reopened");

  private final String wireName;

  CarriedAnswer(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
