package org.todoke.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Violation;

/**
 * What should have stood in a place of the body.
 *
 * @param code of the violation if the JSON type was right and the value was not
 */
record Expectation(String typeCode, String code, List<Object> args) {

  static Expectation of(@Nullable Class<?> target, ObjectMapper json) {
    if (target == null) {
      return new Expectation("value.invalid", "value.invalid", List.of());
    }
    if (target.isEnum()) {
      return new Expectation("enum.unknown", "enum.unknown", List.of(wireNames(target, json)));
    }
    if (target == OrganizationCode.class) {
      return text("organization-code.malformed");
    }
    if (target == UUID.class) {
      return text("uuid.malformed");
    }
    if (target == LocalDate.class) {
      return text("date.unreadable");
    }
    if (target == Instant.class || target == OffsetDateTime.class) {
      return text("instant.unreadable");
    }
    if (target == Duration.class) {
      return text("duration.unreadable");
    }
    if (CharSequence.class.isAssignableFrom(target)) {
      return text("value.invalid");
    }
    if (target == boolean.class || target == Boolean.class) {
      return new Expectation("type.boolean", "value.invalid", List.of());
    }
    if (isInteger(target)) {
      return new Expectation("type.integer", "number.out-of-range", List.of());
    }
    if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
      return new Expectation("type.number", "number.out-of-range", List.of());
    }
    if (Collection.class.isAssignableFrom(target) || target.isArray()) {
      return new Expectation("type.list", "value.invalid", List.of());
    }
    return new Expectation("type.object", "value.invalid", List.of());
  }

  Violation violation(String pointer, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return Violation.at(pointer, "value.required");
    }
    boolean typeIsRight =
        switch (typeCode) {
          case "type.text" -> value.isTextual();
          case "type.boolean" -> value.isBoolean();
          case "type.integer" -> value.isIntegralNumber();
          case "type.number" -> value.isNumber();
          case "type.list" -> value.isArray();
          case "type.object" -> value.isObject();
          default -> true;
        };
    return typeIsRight
        ? new Violation(pointer, code, args)
        : new Violation(pointer, typeCode, "enum.unknown".equals(typeCode) ? args : List.of());
  }

  private static Expectation text(String code) {
    return new Expectation("type.text", code, List.of());
  }

  private static boolean isInteger(Class<?> target) {
    return Map.of(
            int.class,
            true,
            long.class,
            true,
            short.class,
            true,
            byte.class,
            true,
            Integer.class,
            true,
            Long.class,
            true,
            Short.class,
            true,
            Byte.class,
            true,
            java.math.BigInteger.class,
            true)
        .containsKey(target);
  }

  private static String wireNames(Class<?> target, ObjectMapper json) {
    return Arrays.stream(target.getEnumConstants())
        .map(constant -> json.convertValue(constant, String.class))
        .collect(Collectors.joining(", "));
  }
}
