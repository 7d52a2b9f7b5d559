package org.todoke.notice.delivery;

import java.util.ArrayList;
import java.util.List;
import org.todoke.contracts.ExcuseReason;
import org.todoke.notice.delivery.ForwardingState.Acknowledgeable;
import org.todoke.notice.delivery.ForwardingState.Forwardable;
import org.todoke.notice.delivery.ForwardingState.Received;
import org.todoke.notice.delivery.ForwardingState.Rejected;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/** What a caller can do next with a delivery, so that no client has to know the rules by heart. */
final class PermittedActions {

  private PermittedActions() {}

  /**
   * With one's own.
   *
   * @param acknowledged whether it was said who deals with it, which a forwarding does not say
   */
  static List<String> ofOwn(
      ForwardingState state, boolean acknowledged, boolean hasChildren, Actor actor) {
    var actions = new ArrayList<String>();
    boolean answers = actor.has(Role.FORWARDER) || actor.has(Role.RESPONDER);
    if (answers && !acknowledged && state instanceof Acknowledgeable) {
      actions.add("acknowledge");
    }
    if (answers && state instanceof Received) {
      actions.add("reject");
    }
    if (answers && !(state instanceof Rejected)) {
      actions.add("delegate");
    }
    if (actor.has(Role.FORWARDER) && hasChildren && state instanceof Forwardable) {
      actions.add("forward");
    }
    return List.copyOf(actions);
  }

  /**
   * With somebody's below.
   *
   * @param toDecide whether it was sent back to this caller, who has not said anything about it
   */
  static List<String> ofBelow(String excusedReason, boolean toDecide, Actor actor) {
    if (!actor.has(Role.FORWARDER) && !actor.has(Role.ISSUER)) {
      return List.of();
    }
    boolean countsStill =
        excusedReason.isEmpty() || excusedReason.equals(ExcuseReason.OMITTED.wireName());
    var actions = new ArrayList<String>();
    actions.add("record-arrival");
    actions.add("record-attempt");
    if (countsStill) {
      actions.add("excuse");
    }
    if (toDecide) {
      actions.add("decide-rejection");
    }
    return List.copyOf(actions);
  }
}
