package org.todoke.notice.path;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a timeline begins: after this fact. Facts stand in the order in which they were
 * entered; those of one moment, the service's own first, by their numbers.
 */
record TimelinePosition(Instant recordedTime, int source, String stream, long seq) {

  private static final Pattern FORM =
      Pattern.compile("(-?\\d{1,18}) ([012]) ([0-9a-f-]{0,36}) (\\d{1,18})");

  static final TimelinePosition BEGINNING = new TimelinePosition(Instant.EPOCH, 0, "", 0);

  /**
   * @throws IllegalArgumentException if the text is no position
   */
  static TimelinePosition parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a position");
    }
    return new TimelinePosition(
        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
        Integer.parseInt(matcher.group(2)),
        matcher.group(3),
        Long.parseLong(matcher.group(4)));
  }

  @Override
  public String toString() {
    return "%d %d %s %d"
        .formatted(ChronoUnit.MICROS.between(Instant.EPOCH, recordedTime), source, stream, seq);
  }
}
