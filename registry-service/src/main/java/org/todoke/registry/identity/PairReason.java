package org.todoke.registry.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why two corporations are suspected to be one. */
@Schema(name = "SuspectedPairReason")
public enum PairReason {
  /** Two numbers, one folded name, at work in one municipality. */
  @JsonProperty("same-name-other-number")
  SAME_NAME_OTHER_NUMBER("same-name-other-number"),
  /** One without a number and one with, one folded name, at work in one prefecture. */
  @JsonProperty("number-unknown-same-name")
  NUMBER_UNKNOWN_SAME_NAME("number-unknown-same-name"),
  /** One without a number and one with, under one address in one municipality. */
  @JsonProperty("same-address")
  SAME_ADDRESS("same-address");

  private final String wireName;

  PairReason(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  static PairReason of(String wireName) {
    return Arrays.stream(values())
        .filter(reason -> reason.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such reason: " + wireName));
  }
}
