package org.todoke.registry.department;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Whether a department exists. Closed ones stay: papers were addressed to them. */
public enum DepartmentState {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("closed")
  CLOSED;

  private String wireName() {
    return this == ACTIVE ? "active" : "closed";
  }

  /** States stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<DepartmentState, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable DepartmentState state) {
      return state == null ? null : state.wireName();
    }

    @Override
    public @Nullable DepartmentState convertToEntityAttribute(@Nullable String wireName) {
      return wireName == null ? null : wireName.equals("active") ? ACTIVE : CLOSED;
    }
  }
}
