package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Kinds of days on which a service is offered, as the official lists tell them apart; some name
 * single days.
 */
public enum ServiceDay {
  /** Monday to Friday. */
  @JsonProperty("weekday")
  WEEKDAY("weekday"),
  @JsonProperty("monday")
  MONDAY("monday"),
  @JsonProperty("tuesday")
  TUESDAY("tuesday"),
  @JsonProperty("wednesday")
  WEDNESDAY("wednesday"),
  @JsonProperty("thursday")
  THURSDAY("thursday"),
  @JsonProperty("friday")
  FRIDAY("friday"),
  @JsonProperty("saturday")
  SATURDAY("saturday"),
  @JsonProperty("sunday")
  SUNDAY("sunday"),
  /** A public holiday, on whatever day of the week. */
  @JsonProperty("holiday")
  HOLIDAY("holiday");

  private final String wireName;

  ServiceDay(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }
}
