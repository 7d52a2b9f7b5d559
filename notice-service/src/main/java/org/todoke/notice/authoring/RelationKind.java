package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one paper is to another. */
public enum RelationKind {
  /** Carries it inside, unaltered (別添). */
  @JsonProperty("encloses")
  ENCLOSES("encloses"),
  @JsonProperty("corrects")
  CORRECTS("corrects"),
  @JsonProperty("replaces")
  REPLACES("replaces"),
  @JsonProperty("amends")
  AMENDS("amends"),
  @JsonProperty("abolishes")
  ABOLISHES("abolishes"),
  @JsonProperty("supplements")
  SUPPLEMENTS("supplements"),
  @JsonProperty("extends-deadline")
  EXTENDS_DEADLINE("extends-deadline");

  private final String wireName;

  RelationKind(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }

  static RelationKind ofWireName(String name) {
    for (RelationKind kind : values()) {
      if (kind.wireName.equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of relation: " + name);
  }
}
