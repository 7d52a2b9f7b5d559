package org.todoke.registry.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a contact really reaches somebody, as far as anybody has reported. */
public enum ReachabilityState {
  /** Nobody has reported anything. */
  @JsonProperty("untested")
  UNTESTED("untested"),
  @JsonProperty("reachable")
  REACHABLE("reachable"),
  /** The last attempts failed, and the next one may not. */
  @JsonProperty("failing")
  FAILING("failing"),
  /** Failed for good: no longer among the ways by which the organisation is said to be reached. */
  @JsonProperty("unreachable")
  UNREACHABLE("unreachable");

  private final String wireName;

  ReachabilityState(String wireName) {
    this.wireName = wireName;
  }

  boolean isFailure() {
    return this == FAILING || this == UNREACHABLE;
  }

  /** States stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<ReachabilityState, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ReachabilityState state) {
      return state == null ? null : state.wireName;
    }

    @Override
    public @Nullable ReachabilityState convertToEntityAttribute(@Nullable String wireName) {
      return Arrays.stream(values())
          .filter(state -> state.wireName.equals(wireName))
          .findFirst()
          .orElse(null);
    }
  }
}
