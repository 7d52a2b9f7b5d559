package org.todoke.checklist.submission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.checklist.assignment.Assignments;
import org.todoke.checklist.assignment.PermittedActions;
import org.todoke.checklist.questionnaire.Checklists;
import org.todoke.security.Actor;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;
import org.todoke.web.Violations;

/** An operator keeps what it has so far: answers may be missing, but none may be wrong. */
@ApplicationScoped
public class SaveDraft {

  private final Assignments assignments;
  private final Checklists checklists;
  private final Submissions submissions;
  private final Clock clock;

  SaveDraft(Assignments assignments, Checklists checklists, Submissions submissions, Clock clock) {
    this.assignments = assignments;
    this.checklists = checklists;
    this.submissions = submissions;
    this.clock = clock;
  }

  @Transactional
  public void save(
      UUID id, @Nullable Map<String, JsonNode> answers, @Nullable String ifMatch, Actor actor) {
    Assignment assignment = assignments.lockVisible(id, actor);
    if (!PermittedActions.savesDrafts(actor)) {
      throw Refusal.forbidden("submission.draft-by-operator-only");
    }
    assignment.state().requireOpen();
    Submission submission = submissions.of(assignment);
    Etags.require(ifMatch, submission.edition());
    if (answers == null) {
      throw Refusal.invalid(Violation.at(AnswerRules.ANSWERS, "value.required"));
    }
    Violations violations = new Violations();
    Answers draft =
        new AnswerRules(
                checklists.pinned(assignment.checklistId(), assignment.checklistVersion()),
                violations)
            .read(answers);
    violations.refuseIfAny();
    submission.saveDraft(draft, clock.instant());
    submissions.persist(submission);
  }
}
