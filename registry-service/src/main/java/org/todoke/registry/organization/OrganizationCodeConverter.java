package org.todoke.registry.organization;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** References to organisations stand in the database by their code. */
@Converter(autoApply = true)
class OrganizationCodeConverter implements AttributeConverter<OrganizationCode, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable OrganizationCode code) {
    return code == null ? null : code.value();
  }

  @Override
  public @Nullable OrganizationCode convertToEntityAttribute(@Nullable String value) {
    return value == null ? null : OrganizationCode.of(value);
  }
}
