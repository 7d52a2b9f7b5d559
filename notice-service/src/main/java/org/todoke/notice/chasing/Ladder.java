package org.todoke.notice.chasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.todoke.notice.calendar.OfficeDays;

/**
 * The rungs by which a delivery is chased, in office days from the day by which it is expected.
 *
 * @param remind below zero before that day, above zero after it
 * @param escalateToSenderAfter 0 for never
 * @param escalateToIssuerAfter 0 for never
 */
record Ladder(List<Integer> remind, int escalateToSenderAfter, int escalateToIssuerAfter) {

  /** A quarter of a year. */
  static final int MAX_RUNG = 60;

  static final int MAX_RUNGS = 10;

  /** In calendar days farther from its day than any rung can be. */
  private static final int REACH = 150;

  /** Tells the organisation that had sent the paper. */
  static final int TO_SENDER = 1;

  /** Tells the issuer. */
  static final int TO_ISSUER = 2;

  /**
   * A rung that has come for everybody who is expected by one day.
   *
   * @param day on which it came
   */
  record Step(LocalDate dueOn, int rung, LocalDate day) {}

  /** The reminders that came in the last so many days, today included. */
  List<Step> reminders(LocalDate today, int days) {
    return steps(today, days, remind);
  }

  /** The same for an escalation; none if it is never to be. */
  List<Step> escalations(int kind, LocalDate today, int days) {
    int after = kind == TO_SENDER ? escalateToSenderAfter : escalateToIssuerAfter;
    return after == 0 ? List.of() : steps(today, days, List.of(after));
  }

  private static List<Step> steps(LocalDate today, int days, List<Integer> rungs) {
    var steps = new ArrayList<Step>();
    LocalDate since = today.minusDays(days);
    for (LocalDate dueOn = since.minusDays(REACH);
        dueOn.isBefore(today.plusDays(REACH));
        dueOn = dueOn.plusDays(1)) {
      for (int rung : rungs) {
        LocalDate day = dayOf(dueOn, rung);
        if (day.isAfter(since) && !day.isAfter(today)) {
          steps.add(new Step(dueOn, rung, day));
        }
      }
    }
    return steps;
  }

  /** The day itself is its own rung 0, or the last office day before it. */
  static LocalDate dayOf(LocalDate dueOn, int rung) {
    if (rung > 0) {
      return OfficeDays.after(dueOn, rung);
    }
    if (rung < 0) {
      return OfficeDays.before(dueOn, -rung);
    }
    return OfficeDays.isOfficeDay(dueOn) ? dueOn : OfficeDays.before(dueOn, 1);
  }
}
