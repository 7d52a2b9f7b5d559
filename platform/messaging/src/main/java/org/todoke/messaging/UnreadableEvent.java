package org.todoke.messaging;

/** A record that is no event of this suite's envelope; the message says what is wrong with it. */
public class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEvent(String what) {
    super(what);
  }

  public UnreadableEvent(String what, Throwable cause) {
    super(what, cause);
  }
}
