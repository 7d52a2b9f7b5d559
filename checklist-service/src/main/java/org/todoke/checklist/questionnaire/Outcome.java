package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one answer says about compliance. An answer without an outcome says nothing about it. */
public enum Outcome {
  @JsonProperty("compliant")
  COMPLIANT("compliant"),
  @JsonProperty("partially-compliant")
  PARTIALLY_COMPLIANT("partially-compliant"),
  @JsonProperty("non-compliant")
  NON_COMPLIANT("non-compliant"),
  @JsonProperty("not-applicable")
  NOT_APPLICABLE("not-applicable");

  private final String wireName;

  Outcome(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
