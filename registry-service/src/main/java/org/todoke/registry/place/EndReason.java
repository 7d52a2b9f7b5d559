package org.todoke.registry.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a code, or a name, is one of the past. */
@Schema(name = "PlaceEndReason")
public enum EndReason {
  /** Joined a body that kept its own code. */
  @JsonProperty("absorbed")
  ABSORBED("absorbed"),
  /** Made a new body together with others. */
  @JsonProperty("merged")
  MERGED("merged"),
  /** The same body with a new rank: a town that became a city, a city that became designated. */
  @JsonProperty("promoted")
  PROMOTED("promoted"),
  /** Went whole into a new ward. */
  @JsonProperty("reorganised")
  REORGANISED("reorganised"),
  /** Went to several. */
  @JsonProperty("divided")
  DIVIDED("divided"),
  /** The code lives on under another name. */
  @JsonProperty("renamed")
  RENAMED("renamed");

  private final String wireName;

  EndReason(String wireName) {
    this.wireName = wireName;
  }

  static EndReason of(String wireName) {
    return Arrays.stream(values())
        .filter(reason -> reason.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such reason: " + wireName));
  }
}
