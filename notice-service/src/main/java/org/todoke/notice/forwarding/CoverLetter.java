package org.todoke.notice.forwarding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.input.Checks;

/** A forwarder's own paper, judged and found good. */
record CoverLetter(
    String paperKind,
    @Nullable String documentNumber,
    LocalDate date,
    String title,
    String text,
    @Nullable LocalDate dueOn,
    @Nullable Integer allowance) {

  /** Round a notice for attention, by which nobody is hurried. */
  void asksNothing(Checks checks) {
    if (dueOn != null) {
      checks.add("/coverLetter/dueOn", "forwarding.for-attention");
    }
    if (allowance != null) {
      checks.add("/coverLetter/allowance", "forwarding.for-attention");
    }
  }
}
