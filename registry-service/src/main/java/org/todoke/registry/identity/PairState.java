package org.todoke.registry.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a suspicion. */
@Schema(name = "SuspectedPairState")
public enum PairState {
  @JsonProperty("open")
  OPEN("open"),
  /** One and the same; merging them is another act, of the registrar of the place. */
  @JsonProperty("same")
  SAME("same"),
  @JsonProperty("different")
  DIFFERENT("different");

  private final String wireName;

  PairState(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  static PairState of(String wireName) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such state: " + wireName));
  }
}
