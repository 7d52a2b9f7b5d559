package org.todoke.checklist.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why no further answer is taken. None of these takes anybody out of a denominator: that is done by
 * excusing the delivery, of which this service then hears.
 */
public enum ClosureReason {
  /** The delivery was excused: heard from notice-service, never said over the API. */
  @JsonProperty("excused")
  EXCUSED("excused"),
  /** The authority has finished collecting answers. */
  @JsonProperty("collection-ended")
  COLLECTION_ENDED("collection-ended"),
  @JsonProperty("not-concerned")
  NOT_CONCERNED("not-concerned"),
  @JsonProperty("establishment-closed")
  ESTABLISHMENT_CLOSED("establishment-closed"),
  /** The issuer has closed the notice: heard from notice-service, as are the next two. */
  @JsonProperty("notice-closed")
  NOTICE_CLOSED("notice-closed"),
  @JsonProperty("notice-cancelled")
  NOTICE_CANCELLED("notice-cancelled"),
  /** A later version of the notice holds in its place, with an assignment of its own. */
  @JsonProperty("notice-superseded")
  NOTICE_SUPERSEDED("notice-superseded");

  private final String wireName;

  ClosureReason(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /** Whether it comes about by what happens to the notice, and not by an act of the authority. */
  boolean comesWithTheNotice() {
    return this == NOTICE_CLOSED || this == NOTICE_CANCELLED || this == NOTICE_SUPERSEDED;
  }

  static ClosureReason ofWireName(String name) {
    for (ClosureReason reason : values()) {
      if (reason.wireName.equals(name)) {
        return reason;
      }
    }
    throw new IllegalStateException("no such reason in this version: " + name);
  }
}
