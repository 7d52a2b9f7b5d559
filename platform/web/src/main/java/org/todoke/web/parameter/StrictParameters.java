package org.todoke.web.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.JapaneseDates;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Reads parameters with the same strictness and the same codes as bodies. Without it, a parameter
 * that cannot be read would be answered with 404, as the specification of JAX-RS has it.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

  private static final Map<Class<?>, Reader> READERS = readers();

  /** What is wrong with a text, told as a code and what its message mentions. */
  private record Reader(String code, Function<String, Object> read) {}

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> rawType, Type genericType, Annotation[] annotations) {
    String place = ParameterPlaces.of(annotations, "?").orElse("query:?");
    if (rawType.isEnum()) {
      return (ParamConverter<T>) new WireNames<>(rawType, place);
    }
    Reader reader = READERS.get(rawType);
    return reader == null ? null : (ParamConverter<T>) new Strict(reader, place);
  }

  private static Map<Class<?>, Reader> readers() {
    Map<Class<?>, Reader> readers = new LinkedHashMap<>();
    readers.put(
        OrganizationCode.class, new Reader("organization-code.malformed", OrganizationCode::of));
    readers.put(String.class, new Reader(StorableText.CODE, StrictParameters::text));
    readers.put(UUID.class, new Reader("uuid.malformed", StrictParameters::uuid));
    readers.put(LocalDate.class, new Reader("date.unreadable", JapaneseDates::parse));
    readers.put(
        Instant.class,
        new Reader("instant.unreadable", text -> OffsetDateTime.parse(text).toInstant()));
    for (Class<?> type : List.of(int.class, Integer.class)) {
      readers.put(type, new Reader("type.integer", Integer::valueOf));
    }
    for (Class<?> type : List.of(long.class, Long.class)) {
      readers.put(type, new Reader("type.integer", Long::valueOf));
    }
    for (Class<?> type : List.of(boolean.class, Boolean.class)) {
      readers.put(type, new Reader("type.boolean", StrictParameters::bool));
    }
    return Map.copyOf(readers);
  }

  /**
   * Java's own reader takes shortened ones as well, which are then another text on the way back.
   */
  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException();
    }
    return uuid;
  }

  private static String text(String text) {
    if (!StorableText.is(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private record Strict(Reader reader, String place) implements ParamConverter<Object> {

    @Override
    public @Nullable Object fromString(@Nullable String text) {
      if (text == null) {
        return null;
      }
      try {
        return reader.read().apply(text);
      } catch (JapaneseDates.NotADate e) {
        throw Refusal.invalid(Violation.at(place, e.fault().code()));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw Refusal.invalid(Violation.at(place, reader.code()));
      }
    }

    @Override
    public String toString(Object value) {
      return value.toString();
    }
  }

  /** Enumerations by the name that they have in JSON. */
  private static final class WireNames<E> implements ParamConverter<E> {

    private final Map<String, E> constants;
    private final String place;

    WireNames(Class<E> type, String place) {
      this.place = place;
      this.constants =
          Arrays.stream(type.getEnumConstants())
              .collect(
                  Collectors.toMap(
                      constant -> wireName(type, constant),
                      Function.identity(),
                      (a, b) -> a,
                      LinkedHashMap::new));
    }

    private static <E> String wireName(Class<E> type, E constant) {
      String name = ((Enum<?>) constant).name();
      try {
        JsonProperty wire = type.getField(name).getAnnotation(JsonProperty.class);
        return wire == null ? name : wire.value();
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public @Nullable E fromString(@Nullable String text) {
      if (text == null) {
        return null;
      }
      E constant = constants.get(text);
      if (constant == null) {
        throw Refusal.invalid(
            Violation.at(place, "enum.unknown", String.join(", ", constants.keySet())));
      }
      return constant;
    }

    @Override
    public String toString(E value) {
      return constants.entrySet().stream()
          .filter(entry -> entry.getValue() == value)
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }
  }
}
