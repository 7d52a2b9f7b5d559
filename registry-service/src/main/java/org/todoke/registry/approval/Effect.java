package org.todoke.registry.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When something that an operator says of itself holds. */
@Schema(name = "ApprovalEffect")
public enum Effect {
  @JsonProperty("at-once")
  AT_ONCE("at-once"),
  @JsonProperty("after-approval")
  AFTER_APPROVAL("after-approval");

  private final String wireName;

  Effect(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  static Effect of(String wireName) {
    return Arrays.stream(values())
        .filter(effect -> effect.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such effect: " + wireName));
  }
}
