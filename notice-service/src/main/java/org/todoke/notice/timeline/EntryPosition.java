package org.todoke.notice.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.todoke.web.Cursor;

/**
 * Where a page begins: after this fact. In the order in which they were entered; of one moment
 * those of the notice itself first, then by organisation.
 *
 * @param organization empty for a fact of the notice itself
 */
record EntryPosition(Instant recordedTime, String organization, long seq) {

  static final EntryPosition BEGINNING = new EntryPosition(Instant.EPOCH, "", 0);

  /**
   * @throws IllegalArgumentException if the text is no position
   */
  static EntryPosition parse(String text) {
    List<String> parts = Cursor.parts(text, 3);
    return new EntryPosition(
        Instant.EPOCH.plus(Long.parseLong(parts.get(0)), ChronoUnit.MICROS),
        parts.get(1),
        Long.parseLong(parts.get(2)));
  }

  @Override
  public String toString() {
    return Cursor.join(ChronoUnit.MICROS.between(Instant.EPOCH, recordedTime), organization, seq);
  }
}
