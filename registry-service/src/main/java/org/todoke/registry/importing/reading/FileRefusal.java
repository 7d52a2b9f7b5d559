package org.todoke.registry.importing.reading;

import java.util.List;
import org.todoke.web.Refusal;

/** The refusals of a whole file. */
final class FileRefusal {

  private FileRefusal() {}

  /** It cannot be read, and reading it again will not help. */
  static Refusal unreadable(String code, Object... args) {
    return new Refusal(Refusal.Kind.INVALID, code, List.of(args), List.of());
  }

  /** It passes one of the {@link Bounds}. */
  static Refusal tooLarge(String code, Object... args) {
    return new Refusal(Refusal.Kind.TOO_LARGE, code, List.of(args), List.of());
  }

  static Refusal truncated(int line) {
    return unreadable("file.truncated", line);
  }

  static Refusal tooManyColumns(int line, Bounds bounds) {
    return tooLarge("file.too-many-columns", line, bounds.columns());
  }

  static Refusal cellTooLong(int line, Bounds bounds) {
    return tooLarge("file.cell-too-long", line, bounds.cellCharacters());
  }
}
