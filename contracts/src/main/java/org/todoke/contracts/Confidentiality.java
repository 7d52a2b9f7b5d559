package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read what a notice says. What it does to deliveries and figures is always the same. */
public enum Confidentiality {
  /** Every organisation that has a token (公開). */
  @JsonProperty("public")
  PUBLIC("public"),
  /** Those whom it reaches, and who gets it inside another notice (関係者限り). */
  @JsonProperty("restricted")
  RESTRICTED("restricted"),
  /** Only those of whom it asks something; who merely passes it on has it closed (親展). */
  @JsonProperty("confidential")
  CONFIDENTIAL("confidential");

  private final String wireName;

  Confidentiality(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }
}
