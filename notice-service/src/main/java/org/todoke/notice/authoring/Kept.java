package org.todoke.notice.authoring;

import java.util.List;
import java.util.Objects;
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
    Demand demand = notice.wanted();
    return new Terms(
        notice.id(),
        former.id(),
        notice.leadIssuer(),
        corrects && asksNothingNew(former.requestedActions(), notice.requestedActions()),
        corrects,
        answer(former.requestedActions(), notice.requestedActions()),
        demand.dates(),
        former.demand().dates(),
        demand.asked(),
        demand.checklists());
  }

  /** Whoever dealt with all that the former asked for has dealt with all of this. */
  static boolean asksNothingNew(List<RequestedAction> former, List<RequestedAction> present) {
    return present.stream().allMatch(action -> isAmong(former, action));
  }

  /**
   * Null where either version asks for no answer. Of several checklists those count that both ask
   * for: what comes in addition is answered anew, and takes nothing from the others.
   */
  static @Nullable CarriedAnswer answer(
      List<RequestedAction> former, List<RequestedAction> present) {
    List<RequestedAction> formerChecks = withChecklist(former);
    List<RequestedAction> presentChecks = withChecklist(present);
    if (formerChecks.isEmpty() || presentChecks.isEmpty()) {
      return null;
    }
    List<RequestedAction> common =
        presentChecks.stream()
            .filter(
                action ->
                    formerChecks.stream()
                        .anyMatch(f -> Objects.equals(f.checklistId(), action.checklistId())))
            .toList();
    return !common.isEmpty() && common.stream().allMatch(action -> isAmong(former, action))
        ? CarriedAnswer.KEPT
        : CarriedAnswer.REOPENED;
  }

  private static List<RequestedAction> withChecklist(List<RequestedAction> actions) {
    return actions.stream().filter(action -> action.checklistId() != null).toList();
  }

  private static boolean isAmong(List<RequestedAction> former, RequestedAction action) {
    return former.stream().anyMatch(action::asksTheSameAs);
  }
}
