package org.todoke.notice.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.CarriedAnswer;
import org.todoke.contracts.Succession;
import org.todoke.notice.revision.Terms;

/**
 * What of the work on a former version counts for the later one. Finished work on what is unchanged
 * stays finished; the table is in {@code docs/domain.md}.
 */
final class Kept {

  private Kept() {}

  static Terms terms(Notice notice, Notice former, Succession succession) {
    boolean corrects = succession == Succession.CORRECTS;
    return new Terms(
        notice.id(),
        former.id(),
        notice.leadIssuer(),
        corrects && asksNothingNew(former.requestedActions(), notice.requestedActions()),
        corrects,
        answer(former.requestedActions(), notice.requestedActions()),
        notice.earliestDate().orElse(null),
        former.dueOn(),
        notice.checklist().orElse(null));
  }

  /** Whoever dealt with all that the former asked for has dealt with all of this. */
  static boolean asksNothingNew(List<RequestedAction> former, List<RequestedAction> present) {
    return present.stream().allMatch(action -> isAmong(former, action));
  }

  /** Null where either version asks for no answer. */
  static @Nullable CarriedAnswer answer(
      List<RequestedAction> former, List<RequestedAction> present) {
    if (former.stream().allMatch(action -> action.checklistId() == null)) {
      return null;
    }
    return present.stream()
        .filter(action -> action.checklistId() != null)
        .findFirst()
        .map(action -> isAmong(former, action) ? CarriedAnswer.KEPT : CarriedAnswer.REOPENED)
        .orElse(null);
  }

  private static boolean isAmong(List<RequestedAction> former, RequestedAction action) {
    return former.stream().anyMatch(action::asksTheSameAs);
  }
}
