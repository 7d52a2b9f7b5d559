package org.todoke.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * An organisation with the name that the directory has for it; none while it is not heard of yet.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganizationRef(OrganizationCode code, @Nullable String name) {

  public static @Nullable OrganizationRef of(@Nullable String code, @Nullable String name) {
    return code == null ? null : new OrganizationRef(OrganizationCode.of(code), name);
  }
}
