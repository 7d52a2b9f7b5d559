package org.todoke.web.file;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param english the name of the member in JSON
 * @param japanese what an office would write
 */
public record Column<T>(
    String english, String japanese, Function<T, ? extends @Nullable Object> cell) {

  /** In the language of whoever asked. */
  public String heading(Locale language) {
    return language.equals(Locale.ENGLISH) ? english : japanese;
  }

  /** Of another thing that has one of these. */
  public <R> Column<R> of(Function<R, @Nullable T> part) {
    return new Column<>(
        english,
        japanese,
        whole -> {
          T value = part.apply(whole);
          return value == null ? null : cell.apply(value);
        });
  }
}
