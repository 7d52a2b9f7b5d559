package org.todoke.registry.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Whether a contact is still good. Closed ones stay: somebody was reached by them. */
public enum ContactState {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("closed")
  CLOSED;

  String wireName() {
    return this == ACTIVE ? "active" : "closed";
  }

  /** States stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<ContactState, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ContactState state) {
      return state == null ? null : state.wireName();
    }

    @Override
    public @Nullable ContactState convertToEntityAttribute(@Nullable String wireName) {
      return wireName == null ? null : wireName.equals("active") ? ACTIVE : CLOSED;
    }
  }
}
