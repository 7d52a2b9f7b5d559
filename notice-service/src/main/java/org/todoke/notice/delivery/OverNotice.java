package org.todoke.notice.delivery;

import org.todoke.web.Refusal;

/** That nothing more can be done about a notice, and why. */
public final class OverNotice {

  private OverNotice() {}

  /**
   * @param status of the notice, by its name in the API
   */
  public static Refusal refusal(String status) {
    return Refusal.conflict(
        switch (status) {
          case "closed" -> "notice.is-closed";
          case "cancelled" -> "notice.is-cancelled";
          case "superseded" -> "notice.is-superseded";
          default -> throw new IllegalArgumentException("not over: " + status);
        });
  }
}
