package org.todoke.notice.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rate that says what it is a rate of; or, instead of a zero that nobody could tell from a real
 * one, why there is none.
 */
@Schema(
    description =
        "A rate with its numerator, denominator, moment and what was left out and why;"
            + " or the single member absent: notApplicable (the tier cannot do it),"
            + " notAsked (nobody was asked), over (the notice was cancelled or superseded)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Instant asOf,
    @Nullable Map<String, Long> excluded,
    @Nullable Absent absent) {

  /** Why there is no rate. Zero and "not answered" are numbers, and so are neither of these. */
  public enum Absent {
    /** Organisations of this tier cannot do it. */
    @JsonProperty("notApplicable")
    NOT_APPLICABLE,
    /** They can, and none of them was asked to. */
    @JsonProperty("notAsked")
    NOT_ASKED,
    /** Nothing is waited for any more: the notice was cancelled, or a later version holds. */
    @JsonProperty("over")
    OVER
  }

  public Figure {
    if (absent == null
        && (numerator == null || denominator == null || numerator < 0 || numerator > denominator)) {
      throw new IllegalArgumentException("not a part of a whole: " + numerator + "/" + denominator);
    }
  }

  public static Figure absent(Absent why) {
    return new Figure(null, null, null, null, why);
  }

  public static Figure rate(
      long numerator, long denominator, Instant asOf, Map<String, Long> excluded) {
    return new Figure(numerator, denominator, asOf, excluded, null);
  }

  /** The same left out, and besides it those who have a reason that is not an excuse. */
  public static Map<String, Long> and(Map<String, Long> excluded, String reason, long n) {
    if (n == 0) {
      return excluded;
    }
    var more = new LinkedHashMap<>(excluded);
    more.put(reason, n);
    return more;
  }
}
