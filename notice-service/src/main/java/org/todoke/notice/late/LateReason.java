package org.todoke.notice.late;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What is missing of somebody who is late: the first thing that has not happened. */
public enum LateReason {
  /** It does not have the notice; somebody above it holds it up. */
  @JsonProperty("not-reached")
  NOT_REACHED("not-reached"),
  /** It has it, has to pass it on, and has not. */
  @JsonProperty("not-forwarded")
  NOT_FORWARDED("not-forwarded"),
  /** It has it, and has not said who deals with it. */
  @JsonProperty("not-acknowledged")
  NOT_ACKNOWLEDGED("not-acknowledged"),
  /** Somebody deals with it, and the answer has not come. */
  @JsonProperty("not-answered")
  NOT_ANSWERED("not-answered");

  /** The same as a column; {@code d} is the delivery, {@code v} its deadline. */
  static final String SQL =
      """
      case when d.reached_at is null then 'not-reached'
        when v.duty = 'forward' then 'not-forwarded'
        when v.duty = 'answer' and d.acknowledged_at is not null then 'not-answered'
        else 'not-acknowledged' end
      """;

  private final String wireName;

  LateReason(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  static LateReason ofWireName(String name) {
    return Arrays.stream(values())
        .filter(reason -> reason.wireName.equals(name))
        .findFirst()
        .orElseThrow();
  }
}
