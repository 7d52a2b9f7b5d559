package org.todoke.checklist.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far the answering has got. What the answers amount to is the result, which is another field.
 */
public enum SubmissionStatus {
  /** Not answered at all: not the same as answered with nothing. */
  @JsonProperty("not-started")
  NOT_STARTED("not-started"),
  @JsonProperty("in-progress")
  IN_PROGRESS("in-progress"),
  @JsonProperty("completed")
  COMPLETED("completed"),
  /** Completed, and then completed with other answers. */
  @JsonProperty("amended")
  AMENDED("amended");

  private final String wireName;

  SubmissionStatus(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /** A draft of an amendment does not take back what was completed. */
  SubmissionStatus draftSaved() {
    return this == NOT_STARTED ? IN_PROGRESS : this;
  }

  SubmissionStatus completed() {
    return switch (this) {
      case NOT_STARTED, IN_PROGRESS -> COMPLETED;
      case COMPLETED, AMENDED -> AMENDED;
    };
  }

  static SubmissionStatus ofWireName(String name) {
    for (SubmissionStatus status : values()) {
      if (status.wireName.equals(name)) {
        return status;
      }
    }
    throw new IllegalStateException("no such status in this version: " + name);
  }
}
