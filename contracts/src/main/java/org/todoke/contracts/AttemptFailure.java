package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an attempt failed: a code and never a text, so that no personal data stands in it. */
public enum AttemptFailure {
  @JsonProperty("no-answer")
  NO_ANSWER("no-answer"),
  @JsonProperty("busy")
  BUSY("busy"),
  /** Somebody else was reached, or the mailbox does not exist. */
  @JsonProperty("wrong-address")
  WRONG_ADDRESS("wrong-address"),
  @JsonProperty("not-in-service")
  NOT_IN_SERVICE("not-in-service"),
  /** The other side would not take it. */
  @JsonProperty("rejected")
  REJECTED("rejected"),
  /** A letter came back. */
  @JsonProperty("returned")
  RETURNED("returned"),
  @JsonProperty("timeout")
  TIMEOUT("timeout"),
  /** Our own side could not send. */
  @JsonProperty("no-connection")
  NO_CONNECTION("no-connection"),
  @JsonProperty("other")
  OTHER("other");

  private final String wireName;

  AttemptFailure(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }
}
