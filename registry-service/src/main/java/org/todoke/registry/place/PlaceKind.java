package org.todoke.registry.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What a six-digit code stands for. */
public enum PlaceKind {
  @JsonProperty("prefecture")
  PREFECTURE("prefecture"),
  @JsonProperty("municipality")
  MUNICIPALITY("municipality"),
  @JsonProperty("union")
  UNION("union"),
  /** A part of a designated city; an attribute of what lies in it, not a tier. */
  @JsonProperty("ward")
  WARD("ward"),
  /** Ended; others took over. */
  @JsonProperty("retired")
  RETIRED("retired"),
  /** One of six villages that have a code and no administration. */
  @JsonProperty("northern-territory")
  NORTHERN_TERRITORY("northern-territory");

  private final String wireName;

  PlaceKind(String wireName) {
    this.wireName = wireName;
  }

  static PlaceKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of place: " + wireName));
  }
}
