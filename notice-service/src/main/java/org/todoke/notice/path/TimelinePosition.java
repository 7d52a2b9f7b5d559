package org.todoke.notice.path;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Where a page of a timeline begins: after this fact. Facts stand in the order in which they were
 * entered; those of one moment, the service's own first, by their numbers.
 */
record TimelinePosition(Instant recordedTime, int source, String stream, long seq) {

  private static final Pattern FORM =
      Pattern.compile("(-?\\d{1,18}) ([01]) ([0-9a-f-]{0,36}) (\\d{1,18})");

  static final TimelinePosition BEGINNING = new TimelinePosition(Instant.EPOCH, 0, "", 0);

  static TimelinePosition parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "request.malformed",
          List.of(),
          List.of(Violation.at("query:cursor", "cursor.unknown")));
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
