package org.todoke.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.web.parameter.StorableText;

/** Collects every fault of one input, so that all of them are said at once. */
public class Violations {

  private final List<Violation> found = new ArrayList<>();

  public void add(String pointer, String code, Object... args) {
    found.add(Violation.at(pointer, code, args));
  }

  public void addAll(List<Violation> others) {
    found.addAll(others);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> list() {
    return List.copyOf(found);
  }

  /**
   * @throws Refusal (invalid) if anything was found
   */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }

  /** A text that has to be there: not blank, within its bound, without control characters. */
  public Optional<String> text(@Nullable String value, String pointer, int maxLength) {
    if (value == null || value.isBlank()) {
      add(pointer, "value.required");
      return Optional.empty();
    }
    return optionalText(value, pointer, maxLength);
  }

  /** The same for a text that may be left out; blank counts as left out. */
  public Optional<String> optionalText(@Nullable String value, String pointer, int maxLength) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    String text = value.strip();
    boolean good = true;
    if (text.codePointCount(0, text.length()) > maxLength) {
      add(pointer, "text.too-long", maxLength);
      good = false;
    }
    if (!StorableText.is(text)) {
      add(pointer, StorableText.CODE);
      good = false;
    }
    return good ? Optional.of(text) : Optional.empty();
  }

  /** One of the names that an enum has on the wire. */
  public <E> Optional<E> oneOf(
      @Nullable String name, String pointer, E[] values, Function<E, String> wireName) {
    if (name == null) {
      add(pointer, "value.required");
      return Optional.empty();
    }
    Optional<E> value =
        Arrays.stream(values).filter(v -> wireName.apply(v).equals(name)).findFirst();
    if (value.isEmpty()) {
      add(
          pointer,
          "enum.unknown",
          Arrays.stream(values).map(wireName).collect(Collectors.joining(", ")));
    }
    return value;
  }

  /** The size of a list that has to be there. */
  public void size(int size, int min, int max, String pointer) {
    if (size < min) {
      add(pointer, "list.too-short", min);
    } else if (size > max) {
      add(pointer, "list.too-long", max);
    }
  }

  /** A step into a JSON pointer, escaped as RFC 6901 asks. */
  public static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
