package org.todoke.checklist;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Violations;

/** Reads query parameters, each of which may be left out. */
public final class Queries {

  private final Violations violations;

  public Queries(Violations violations) {
    this.violations = violations;
  }

  public @Nullable UUID uuid(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      UUID uuid = UUID.fromString(value);
      // Java takes shortened ones as well.
      if (uuid.toString().equalsIgnoreCase(value)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // Told below, as the shortened one is.
    }
    violations.add("query:" + name, "uuid.malformed");
    return null;
  }

  public <E> @Nullable E oneOf(
      String name, @Nullable String value, E[] values, Function<E, String> wireName) {
    return value == null
        ? null
        : violations.oneOf(value, "query:" + name, values, wireName).orElse(null);
  }
}
