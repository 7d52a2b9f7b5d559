package org.todoke.registry.organization;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationState;

/** States stand in the database as they stand on the wire. */
@Converter(autoApply = true)
class OrganizationStateConverter implements AttributeConverter<OrganizationState, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable OrganizationState state) {
    return state == null ? null : state.wireName();
  }

  @Override
  public @Nullable OrganizationState convertToEntityAttribute(@Nullable String wireName) {
    return Arrays.stream(OrganizationState.values())
        .filter(state -> state.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
