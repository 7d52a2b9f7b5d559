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
  ESTABLISHMENT_CLOSED("establishment-closed");

  private final String wireName;

  ClosureReason(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
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
