package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the answers of one checklist amount to. */
public enum SubmissionResult {
  @JsonProperty("not-assessed")
  NOT_ASSESSED("not-assessed"),
  @JsonProperty("compliant")
  COMPLIANT("compliant"),
  @JsonProperty("partially-compliant")
  PARTIALLY_COMPLIANT("partially-compliant"),
  @JsonProperty("non-compliant")
  NON_COMPLIANT("non-compliant"),
  @JsonProperty("not-applicable")
  NOT_APPLICABLE("not-applicable");

  private final String wireName;

  SubmissionResult(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
