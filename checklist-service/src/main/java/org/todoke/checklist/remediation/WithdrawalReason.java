package org.todoke.checklist.remediation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why nothing is to be done any more about a finding. */
public enum WithdrawalReason {
  /** An amended answer no longer says what the finding was about. */
  @JsonProperty("finding-removed")
  FINDING_REMOVED("finding-removed"),
  @JsonProperty("assignment-closed")
  ASSIGNMENT_CLOSED("assignment-closed");

  private final String wireName;

  WithdrawalReason(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  static WithdrawalReason ofWireName(String name) {
    return name.equals(FINDING_REMOVED.wireName) ? FINDING_REMOVED : ASSIGNMENT_CLOSED;
  }
}
