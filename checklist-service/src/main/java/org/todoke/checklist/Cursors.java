package org.todoke.checklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** Lists of this service are ordered by id or by number, so a cursor is the last one seen. */
public final class Cursors {

  private Cursors() {}

  /**
   * @throws Refusal (malformed) for a cursor that none of our lists gave out
   */
  public static @Nullable UUID idAfter(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return null;
    }
    try {
      return UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(Violation.at("query:cursor", "cursor.unknown"));
    }
  }

  /** The same for a list that is ordered by number; 0 for its first page. */
  public static long numberAfter(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return 0;
    }
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Refusal.malformed(Violation.at("query:cursor", "cursor.unknown"));
    }
  }
}
