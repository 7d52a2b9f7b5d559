package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a version may still be written. There is no way back from published. */
public enum ChecklistState {
  @JsonProperty("draft")
  DRAFT("draft"),
  @JsonProperty("published")
  PUBLISHED("published");

  private final String wireName;

  ChecklistState(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  static ChecklistState ofWireName(String name) {
    return name.equals(DRAFT.wireName) ? DRAFT : PUBLISHED;
  }
}
