package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a requested action is about. It says so to readers; what is owed follows from the rest. */
public enum ActionKind {
  /** To make it known below (周知). */
  @JsonProperty("make-known")
  MAKE_KNOWN,
  /** To check something (点検). */
  @JsonProperty("check")
  CHECK,
  /** To do something (対応). */
  @JsonProperty("act")
  ACT,
  /** To report or submit something (報告・提出). */
  @JsonProperty("report")
  REPORT
}
