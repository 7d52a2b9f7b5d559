package org.todoke.registry.organization;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/** Kinds stand in the database as they stand on the wire. */
@Converter(autoApply = true)
class OrganizationKindConverter implements AttributeConverter<OrganizationKind, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable OrganizationKind kind) {
    return kind == null ? null : kind.wireName();
  }

  @Override
  public @Nullable OrganizationKind convertToEntityAttribute(@Nullable String wireName) {
    return Arrays.stream(OrganizationKind.values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
