package org.todoke.notice.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.JapaneseDates;
import org.todoke.web.Violations;

/**
 * What inputs about notices are judged by. Each method returns the value where it is good and empty
 * where it is not, so that the judging goes on to the end.
 */
public final class Checks extends Violations {

  private static final Pattern PAPER_KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MAX_PAPER_KIND = 32;

  public boolean isGood() {
    return isEmpty();
  }

  /** Text that has to be there; line ends are made one kind, outer blanks are taken away. */
  public String required(String pointer, @Nullable String text, int max) {
    Optional<String> given = optional(pointer, text, max);
    if (given.isEmpty()) {
      add(pointer, "value.required");
    }
    return given.orElse("");
  }

  /** Text that may be left out; blank is left out. Where it is no good, an empty one. */
  public Optional<String> optional(String pointer, @Nullable String text, int max) {
    if (text == null) {
      return Optional.empty();
    }
    String oneKind = text.replace("\r\n", "\n").replace('\r', '\n');
    if (oneKind.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(optionalText(oneKind, pointer, max).orElse(""));
  }

  /** The code of a kind of paper: {@code jimu-renraku}. */
  public String paperKind(String pointer, @Nullable String text) {
    String kind = required(pointer, text, MAX_PAPER_KIND);
    if (!kind.isEmpty() && !PAPER_KIND.matcher(kind).matches()) {
      add(pointer, "paper.kind-malformed");
    }
    return kind;
  }

  public Optional<LocalDate> date(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate date = JapaneseDates.parse(text);
      if (date.getYear() < 1868 || date.getYear() > 2999) {
        add(pointer, "date.not-a-day");
        return Optional.empty();
      }
      return Optional.of(date);
    } catch (JapaneseDates.NotADate e) {
      add(pointer, e.fault().code());
      return Optional.empty();
    }
  }

  /** A date that has to be there; where it is not, or is none, the violation is noted. */
  public Optional<LocalDate> requiredDate(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      add(pointer, "value.required");
      return Optional.empty();
    }
    return date(pointer, text);
  }

  public Optional<OrganizationCode> code(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      add(pointer, "value.required");
      return Optional.empty();
    }
    Optional<OrganizationCode> code = OrganizationCode.parse(text);
    if (code.isEmpty()) {
      add(pointer, "organization-code.malformed");
    }
    return code;
  }

  public Optional<UUID> id(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      add(pointer, "uuid.malformed");
      return Optional.empty();
    }
  }

  /** The list, empty where there is none; longer than allowed is a fault and is not looked at. */
  public <T> List<T> list(String pointer, @Nullable List<@Nullable T> list, int max) {
    if (list == null) {
      return List.of();
    }
    if (list.size() > max) {
      add(pointer, "list.too-long", max);
      return List.of();
    }
    var present = new ArrayList<T>();
    for (int i = 0; i < list.size(); i++) {
      T item = list.get(i);
      if (item == null) {
        add(pointer + "/" + i, "value.required");
        return List.of();
      }
      present.add(item);
    }
    return present;
  }

  /** Notes every item that stood in the list before. */
  public void distinct(String pointer, List<?> list) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      if (!seen.add(list.get(i))) {
        add(pointer + "/" + i, "list.duplicate");
      }
    }
  }

  public Optional<Integer> positive(String pointer, @Nullable Integer number) {
    return within(pointer, number, 1, Integer.MAX_VALUE);
  }

  public Optional<Integer> within(String pointer, @Nullable Integer number, int min, int max) {
    if (number == null) {
      return Optional.empty();
    }
    if (number < min) {
      add(pointer, "number.too-small", min);
      return Optional.empty();
    }
    if (number > max) {
      add(pointer, "number.too-large", max);
      return Optional.empty();
    }
    return Optional.of(number);
  }
}
