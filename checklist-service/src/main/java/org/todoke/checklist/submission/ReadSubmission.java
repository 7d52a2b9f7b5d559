package org.todoke.checklist.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.todoke.checklist.Line;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.checklist.assignment.AssignmentState;
import org.todoke.checklist.assignment.Assignments;
import org.todoke.checklist.assignment.PermittedActions;
import org.todoke.checklist.questionnaire.Checklists;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Answers for those on the lines of their assignment, each as far as its task goes. */
@ApplicationScoped
public class ReadSubmission {

  private final Assignments assignments;
  private final Checklists checklists;
  private final Submissions submissions;

  ReadSubmission(Assignments assignments, Checklists checklists, Submissions submissions) {
    this.assignments = assignments;
    this.checklists = checklists;
    this.submissions = submissions;
  }

  @Transactional
  public SubmissionView of(UUID id, Actor actor) {
    Assignment assignment = assignments.visible(id, actor);
    Line line = assignment.lineOf(actor.organization()).orElseThrow();
    Definition definition = definitionOf(assignment);
    Submission submission = submissions.of(assignment);
    return new SubmissionView(
        assignment.id(),
        assignment.noticeId(),
        assignment.checklistId(),
        assignment.checklistVersion(),
        submission.status(),
        submission.result(),
        submission.revision(),
        submission.answeredAt().flatMap(assignment::wouldBeOnTime).orElse(null),
        submissions
            .present(submission, assignment)
            .map(r -> view(r, definition, line, actor))
            .orElse(null),
        line.isOperator()
            ? submission
                .draft()
                .map(
                    answers ->
                        new SubmissionView.Draft(
                            Disclosure.of(answers, definition, true).answers(),
                            Objects.requireNonNull(submission.draftSavedAt())))
                .orElse(null)
            : null,
        PermittedActions.onAnswers(
            assignment.state() instanceof AssignmentState.Open, submission.isCompleted(), actor),
        submission.edition());
  }

  @Transactional
  public Page<SubmissionView.Revision> revisions(UUID id, Actor actor, PageRequest page) {
    Assignment assignment = assignments.visible(id, actor);
    Line line = assignment.lineOf(actor.organization()).orElseThrow();
    Definition definition = definitionOf(assignment);
    List<SubmissionRevision> rows =
        submissions.revisionsAfter(
            assignment,
            Objects.requireNonNullElse(page.after(Integer::valueOf), 0),
            page.rowsToRead());
    return Page.of(rows, page.limit(), r -> Integer.toString(r.revision()))
        .map(r -> view(r, definition, line, actor));
  }

  @Transactional
  public SubmissionView.Revision revision(UUID id, int revision, Actor actor) {
    Assignment assignment = assignments.visible(id, actor);
    Line line = assignment.lineOf(actor.organization()).orElseThrow();
    return submissions
        .revision(assignment, revision)
        .map(r -> view(r, definitionOf(assignment), line, actor))
        .orElseThrow(() -> Refusal.notFound("submission.revision-unknown"));
  }

  private Definition definitionOf(Assignment assignment) {
    return checklists.pinned(assignment.checklistId(), assignment.checklistVersion());
  }

  private static SubmissionView.Revision view(
      SubmissionRevision revision, Definition definition, Line line, Actor actor) {
    Disclosure disclosure = Disclosure.of(revision, definition, line, actor.organization());
    Testimony testimony = revision.testimony();
    return new SubmissionView.Revision(
        revision.revision(),
        revision.result(),
        testimony.origin(),
        testimony.by(),
        testimony.channel(),
        testimony.at(),
        revision.recordedAt(),
        revision.isRecordedLate(),
        revision.carriedFrom(),
        disclosure.answers(),
        disclosure.withheld(),
        Assessment.of(definition, revision.answers()).outcomes());
  }
}
