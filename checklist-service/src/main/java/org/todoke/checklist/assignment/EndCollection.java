package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.Line;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * A municipality ends the collection of one answer. Issuers, who see no single assignment, excuse
 * the delivery instead: that closes it as well, and takes it out of the denominator.
 */
@ApplicationScoped
public class EndCollection {

  private final Assignments assignments;
  private final CloseAssignments closing;
  private final Clock clock;

  EndCollection(Assignments assignments, CloseAssignments closing, Clock clock) {
    this.assignments = assignments;
    this.closing = closing;
    this.clock = clock;
  }

  /** Repeating it changes nothing, whatever the reason. */
  @Transactional
  public void close(UUID id, ClosureReason reason, Actor actor) {
    Assignment assignment = assignments.lockVisible(id, actor);
    if (assignment.lineOf(actor.organization()).filter(Line.MUNICIPALITY::equals).isEmpty()) {
      throw Refusal.forbidden("assignment.closed-by-municipality-only");
    }
    if (reason == ClosureReason.EXCUSED) {
      throw Refusal.invalid(Violation.at("/reason", "assignment.excused-by-delivery-only"));
    }
    if (reason.comesWithTheNotice()) {
      throw Refusal.invalid(Violation.at("/reason", "assignment.closed-with-notice-only"));
    }
    if (assignment.state() instanceof AssignmentState.Open open) {
      closing.close(
          List.of(
              new CloseAssignments.Closing(
                  id, open.close(reason, actor.organization(), clock.instant()), null)));
    }
  }
}
