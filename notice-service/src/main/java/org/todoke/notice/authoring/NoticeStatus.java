package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a notice is. */
public enum NoticeStatus {
  /** Being written; nobody but its lead issuer knows of it, and it cannot be sent. */
  @JsonProperty("draft")
  DRAFT("draft"),
  /** Out, unchangeable, its audience frozen. */
  @JsonProperty("issued")
  ISSUED("issued");

  private final String wireName;

  NoticeStatus(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }
}
