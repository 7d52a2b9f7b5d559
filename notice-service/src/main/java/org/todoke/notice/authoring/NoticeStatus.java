package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a notice is. */
public enum NoticeStatus {
  /** Being written; nobody but its lead issuer knows of it, and it cannot be sent. */
  @JsonProperty("draft")
  DRAFT("draft"),
  /** Out, unchangeable, its audience frozen. */
  @JsonProperty("issued")
  ISSUED("issued"),
  /** Over: its issuer collects nothing any more. */
  @JsonProperty("closed")
  CLOSED("closed"),
  /** Taken back (取消): nothing of it is to be done. */
  @JsonProperty("cancelled")
  CANCELLED("cancelled"),
  /** A later version holds in its place. */
  @JsonProperty("superseded")
  SUPERSEDED("superseded");

  private final String wireName;

  NoticeStatus(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }

  static NoticeStatus ofWireName(String name) {
    for (NoticeStatus status : values()) {
      if (status.wireName.equals(name)) {
        return status;
      }
    }
    throw new IllegalArgumentException("no status of a notice: " + name);
  }
}
