package org.todoke.registry.organization.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.registry.organization.OrganizationDirectory.Line;
import org.todoke.web.Violation;

/**
 * Reads what stands in a query. By hand, because a conversion by JAX-RS that fails would say that
 * the path does not exist.
 */
final class QueryValues {

  private QueryValues() {}

  static @Nullable OrganizationKind kind(
      String name, @Nullable String value, List<Violation> violations) {
    return oneOf(OrganizationKind.values(), OrganizationKind::wireName, name, value, violations);
  }

  static @Nullable OrganizationState state(
      String name, @Nullable String value, List<Violation> violations) {
    return oneOf(OrganizationState.values(), OrganizationState::wireName, name, value, violations);
  }

  static @Nullable Line line(String name, @Nullable String value, List<Violation> violations) {
    return oneOf(Line.values(), Line::wireName, name, value, violations);
  }

  static @Nullable OrganizationCode code(
      String name, @Nullable String value, List<Violation> violations) {
    if (value == null) {
      return null;
    }
    return OrganizationCode.parse(value)
        .orElseGet(
            () -> {
              violations.add(Violation.at("query:" + name, "organization-code.malformed"));
              return null;
            });
  }

  private static <E> @Nullable E oneOf(
      E[] values,
      Function<E, String> wireName,
      String name,
      @Nullable String value,
      List<Violation> violations) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(one -> wireName.apply(one).equals(value))
        .findFirst()
        .orElseGet(
            () -> {
              String possible =
                  Arrays.stream(values).map(wireName).collect(Collectors.joining(", "));
              violations.add(Violation.at("query:" + name, "enum.unknown", possible));
              return null;
            });
  }
}
