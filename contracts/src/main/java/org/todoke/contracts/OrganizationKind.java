package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an organisation is; also the tier at which it is addressed. */
public enum OrganizationKind {
  @JsonProperty("ministry")
  MINISTRY("ministry"),
  /** A part of a ministry that issues papers in its own name. */
  @JsonProperty("division")
  DIVISION("division"),
  @JsonProperty("prefecture")
  PREFECTURE("prefecture"),
  /** A city, town, village or special ward. */
  @JsonProperty("municipality")
  MUNICIPALITY("municipality"),
  /**
   * A body of several municipalities that insures in their stead (広域連合 and the like): beside the
   * tree, never the parent of its members.
   */
  @JsonProperty("union")
  UNION("union"),
  /** A body of operators that passes papers on to its members by its own means. */
  @JsonProperty("association")
  ASSOCIATION("association"),
  @JsonProperty("corporation")
  CORPORATION("corporation"),
  @JsonProperty("establishment")
  ESTABLISHMENT("establishment");

  private final String wireName;

  OrganizationKind(String wireName) {
    this.wireName = wireName;
  }

  /** Whether it has departments to which papers are addressed. */
  public boolean isLocalGovernment() {
    return this == PREFECTURE || this == MUNICIPALITY || this == UNION;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
