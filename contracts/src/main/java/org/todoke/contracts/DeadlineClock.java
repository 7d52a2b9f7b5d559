package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By which of the two clocks somebody is asked to be done. */
public enum DeadlineClock {
  /** The date that the paper or a cover letter names. */
  @JsonProperty("date")
  DATE("date"),
  /** The day of one's own receipt and the office days given from then on. */
  @JsonProperty("allowance")
  ALLOWANCE("allowance");

  private final String wireName;

  DeadlineClock(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }
}
