package org.todoke.notice.pace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a tier will be done if it goes on as it does. Done is who has done what it is asked for: the
 * answer, or the forwarding, or the acknowledgement. The pace is how many of them did so within the
 * last {@value #WINDOW} office days, per office day; before as many have passed since the issue, of
 * those that have, and of one at least. It is not extrapolated beyond those expected, and somebody
 * who is not reached yet slows it like anybody else.
 *
 * @param done of the expected
 * @param onDay the office day on which the last of them will be done
 * @param doneByLastDate how many of the expected will be done by the last date; absent if there is
 *     none, or it has passed
 * @param absent why there is no forecast
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Forecast(
    long expected,
    long done,
    double perOfficeDay,
    @Nullable LocalDate onDay,
    @Nullable Long doneByLastDate,
    @Nullable NoForecast absent) {

  static final int WINDOW = 5;

  /** Why nobody can say. */
  public enum NoForecast {
    /** Everybody expected is done. */
    @JsonProperty("complete")
    COMPLETE,
    /** Nobody has done anything lately. */
    @JsonProperty("noPace")
    NO_PACE,
    /** The notice is over: nothing is waited for. */
    @JsonProperty("over")
    OVER,
    /** Later than the calendar of office days goes. */
    @JsonProperty("beyondCalendar")
    BEYOND_CALENDAR
  }

  public Forecast {
    if (done < 0 || done > expected || doneByLastDate != null && doneByLastDate > expected) {
      throw new IllegalArgumentException("more than are expected: " + done + "/" + expected);
    }
  }

  /** How many office days it takes until all are done; none at this pace. */
  static long officeDaysNeeded(long left, long recent, long days) {
    return -Math.floorDiv(-Math.multiplyExact(left, days), recent);
  }

  /** How many are done so many office days later: never more than are expected. */
  static long doneAfter(long expected, long done, long recent, long days, long later) {
    return Math.min(expected, done + Math.multiplyExact(recent, later) / days);
  }
}
