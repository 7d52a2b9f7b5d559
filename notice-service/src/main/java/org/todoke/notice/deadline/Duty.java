package org.todoke.notice.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What a notice asks an organisation to do; the fact that ends its being late. */
public enum Duty {
  /** To answer the checklist. */
  @JsonProperty("answer")
  ANSWER("answer"),
  /** To pass it on to those below. */
  @JsonProperty("forward")
  FORWARD("forward"),
  /** To say who deals with it. */
  @JsonProperty("acknowledge")
  ACKNOWLEDGE("acknowledge"),
  /** Nothing: it is asked by no action, and has nobody below. */
  @JsonProperty("none")
  NONE("none");

  private final String wireName;

  Duty(String wireName) {
    this.wireName = wireName;
  }

  /**
   * @throws IllegalArgumentException if there is no such duty
   */
  public static Duty ofWireName(String name) {
    return Arrays.stream(values())
        .filter(duty -> duty.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no duty: " + name));
  }
}
