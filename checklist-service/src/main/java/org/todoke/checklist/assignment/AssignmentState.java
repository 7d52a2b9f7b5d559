package org.todoke.checklist.assignment;

import java.time.Instant;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Refusal;

/** Whether answers are taken. Whether one was given is another question, and the submission's. */
public sealed interface AssignmentState {

  String wireName();

  /**
   * @throws Refusal (conflict) {@code assignment.closed}
   */
  Open requireOpen();

  /** Answers are taken, also after the due date: they are late then. */
  record Open() implements AssignmentState {
    static final String NAME = "open";

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public Open requireOpen() {
      return this;
    }

    Closed close(ClosureReason reason, OrganizationCode by, Instant at) {
      return new Closed(reason, by, at);
    }
  }

  /** No further answer is taken; there is no way back. */
  record Closed(ClosureReason reason, OrganizationCode by, Instant at) implements AssignmentState {
    static final String NAME = "closed";

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public Open requireOpen() {
      throw Refusal.conflict("assignment.closed");
    }
  }
}
