package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a sender says about a notice that was sent back to it. */
public enum RejectionDecision {
  /** It was the wrong addressee; the right one has it now. */
  @JsonProperty("approved")
  APPROVED("approved"),
  /** It is the right addressee after all. */
  @JsonProperty("declined")
  DECLINED("declined");

  private final String wireName;

  RejectionDecision(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  static RejectionDecision ofWireName(String name) {
    return name.equals(APPROVED.wireName) ? APPROVED : DECLINED;
  }
}
