package org.todoke.checklist.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can happen to an assignment. */
public enum FactKind {
  @JsonProperty("created")
  CREATED("created"),
  /** A later arrival asked for an earlier day. */
  @JsonProperty("due-date-advanced")
  DUE_DATE_ADVANCED("due-date-advanced"),
  /** The issuer put its day off. */
  @JsonProperty("due-date-extended")
  DUE_DATE_EXTENDED("due-date-extended"),
  /** What was done about the version before counts here, as far as it still can. */
  @JsonProperty("carried-over")
  CARRIED_OVER("carried-over"),
  /** The registry moved the establishment to another corporation or place. */
  @JsonProperty("lines-changed")
  LINES_CHANGED("lines-changed"),
  @JsonProperty("closed")
  CLOSED("closed"),
  /** The excuse for which it was closed has ended. */
  @JsonProperty("reopened")
  REOPENED("reopened"),
  @JsonProperty("submission-completed")
  SUBMISSION_COMPLETED("submission-completed"),
  @JsonProperty("submission-amended")
  SUBMISSION_AMENDED("submission-amended"),
  @JsonProperty("remediation-opened")
  REMEDIATION_OPENED("remediation-opened"),
  @JsonProperty("remediation-started")
  REMEDIATION_STARTED("remediation-started"),
  @JsonProperty("remediation-completed")
  REMEDIATION_COMPLETED("remediation-completed"),
  @JsonProperty("remediation-withdrawn")
  REMEDIATION_WITHDRAWN("remediation-withdrawn");

  private final String wireName;

  FactKind(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
