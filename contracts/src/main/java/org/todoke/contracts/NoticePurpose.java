package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a notice wants: to be known, or that something is done about it. */
public enum NoticePurpose {
  /** For information (参考・周知): nobody has to do anything beyond having it, and nobody is chased. */
  @JsonProperty("for-attention")
  FOR_ATTENTION("for-attention"),
  /** Something is to be done (対応依頼). */
  @JsonProperty("for-follow-up")
  FOR_FOLLOW_UP("for-follow-up");

  private final String wireName;

  NoticePurpose(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }
}
