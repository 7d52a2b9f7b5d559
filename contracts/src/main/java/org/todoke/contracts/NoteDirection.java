package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read a note that an organisation wrote about its copy of a notice. */
public enum NoteDirection {
  /** Who sent it, those above on the way, and the issuers. */
  @JsonProperty("up")
  UP("up"),
  /** Those to whom the organisation passed it on. */
  @JsonProperty("down")
  DOWN("down"),
  /** Nobody outside the organisation. */
  @JsonProperty("inside")
  INSIDE("inside");

  private final String wireName;

  NoteDirection(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
