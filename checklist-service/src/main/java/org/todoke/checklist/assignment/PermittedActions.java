package org.todoke.checklist.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.todoke.checklist.Line;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/** What an organisation that sees an assignment may do about it. */
public final class PermittedActions {

  private PermittedActions() {}

  static List<String> onAssignment(boolean open, boolean answered, Actor actor) {
    List<String> actions = new ArrayList<>(onAnswers(open, answered, actor));
    if (open && closes(actor)) {
      actions.add("close");
    }
    return actions;
  }

  public static List<String> onAnswers(boolean open, boolean answered, Actor actor) {
    List<String> actions = new ArrayList<>();
    if (open && savesDrafts(actor)) {
      actions.add("save-draft");
    }
    if (open && answers(actor)) {
      actions.add(answered ? "amend" : "complete");
    }
    return actions;
  }

  /** The operator for itself, or an authority for somebody who answered by telephone or FAX. */
  public static boolean answers(Actor actor) {
    Optional<Line> line = Line.of(actor.organization());
    return line.isPresent() && actor.has(line.get().isOperator() ? Role.RESPONDER : Role.FORWARDER);
  }

  /** Unfinished answers are the operator's own; an authority types in what is finished. */
  public static boolean savesDrafts(Actor actor) {
    return answers(actor) && Line.of(actor.organization()).filter(Line::isOperator).isPresent();
  }

  private static boolean closes(Actor actor) {
    return actor.has(Role.FORWARDER)
        && Line.of(actor.organization()).filter(Line.MUNICIPALITY::equals).isPresent();
  }
}
