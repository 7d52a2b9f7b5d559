package org.todoke.checklist.submission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.checklist.assignment.Assignments;
import org.todoke.checklist.assignment.FactKind;
import org.todoke.checklist.assignment.Facts;
import org.todoke.checklist.assignment.PermittedActions;
import org.todoke.checklist.questionnaire.Checklists;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.checklist.remediation.FollowFindings;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.SubmissionRecorded;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.OutboxEvent;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;
import org.todoke.web.Violations;

/**
 * Somebody says that the answers are complete. The first time completes the submission, other
 * answers later amend it, the same answers again change nothing. What does not comply is followed
 * up in the same transaction.
 */
@ApplicationScoped
public class CompleteSubmission {

  private final Assignments assignments;
  private final Checklists checklists;
  private final Submissions submissions;
  private final FollowFindings findings;
  private final Facts facts;
  private final Outbox outbox;
  private final Clock clock;

  CompleteSubmission(
      Assignments assignments,
      Checklists checklists,
      Submissions submissions,
      FollowFindings findings,
      Facts facts,
      Outbox outbox,
      Clock clock) {
    this.assignments = assignments;
    this.checklists = checklists;
    this.submissions = submissions;
    this.findings = findings;
    this.facts = facts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What is said.
   *
   * @param answers absent to complete the operator's draft as it is
   * @param answeredAt when it was answered; by proxy only
   * @param channel how the answer came; by proxy only
   */
  public record Completion(
      @Nullable Map<String, JsonNode> answers,
      @Nullable Instant answeredAt,
      @Nullable Channel channel) {}

  @Transactional
  public void complete(UUID id, Completion completion, Actor actor) {
    Assignment assignment = assignments.lockVisible(id, actor);
    if (!PermittedActions.answers(actor)) {
      throw Refusal.forbidden("submission.role-missing");
    }
    assignment.state().requireOpen();
    Line line = assignment.lineOf(actor.organization()).orElseThrow();
    Submission submission = submissions.of(assignment);
    Optional<SubmissionRevision> present = submissions.present(submission, assignment);

    Violations violations = new Violations();
    Definition definition =
        checklists.pinned(assignment.checklistId(), assignment.checklistVersion());
    AnswerRules rules = new AnswerRules(definition, violations);
    Optional<Answers> given = given(completion, line, submission, present, rules, violations);
    Testimony testimony =
        new TestimonyRules(violations)
            .read(
                line,
                actor.organization(),
                completion.answeredAt(),
                completion.channel(),
                assignment.answerableSince(),
                clock.instant());
    given.ifPresent(rules::checkComplete);
    violations.refuseIfAny();

    Answers answers = given.orElseThrow();
    if (line.isOperator()) {
      submission.dropDraft();
    }
    if (present.isPresent() && present.get().answers().equals(answers)) {
      return;
    }
    if (present.isPresent() && testimony.at().isBefore(present.get().testimony().at())) {
      violations.add("/answeredAt", "submission.answered-before-present");
      violations.refuseIfAny();
    }
    record(assignment, submission, present, definition, answers, testimony);
  }

  /** Drafts are the operator's: what an authority types in has to be there in full. */
  private static Optional<Answers> given(
      Completion completion,
      Line line,
      Submission submission,
      Optional<SubmissionRevision> present,
      AnswerRules rules,
      Violations violations) {
    if (completion.answers() != null) {
      return Optional.of(rules.read(completion.answers()));
    }
    if (!line.isOperator()) {
      violations.add(AnswerRules.ANSWERS, "value.required");
      return Optional.empty();
    }
    return Optional.of(
        submission
            .draft()
            .or(() -> present.map(SubmissionRevision::answers))
            .orElseGet(() -> Answers.of(Map.of())));
  }

  private void record(
      Assignment assignment,
      Submission submission,
      Optional<SubmissionRevision> former,
      Definition definition,
      Answers answers,
      Testimony testimony) {
    Assessment assessment = Assessment.of(definition, answers);
    List<String> formerFindings =
        former.map(f -> Assessment.of(definition, f.answers()).findings()).orElse(List.of());
    int revision = submission.complete(assessment.result(), testimony.at());
    submissions.persist(submission);
    submissions.add(
        new SubmissionRevision(
            assignment, revision, answers, assessment.result(), testimony, clock.instant()));

    boolean amendment = revision > 1;
    facts.append(
        assignment,
        amendment ? FactKind.SUBMISSION_AMENDED : FactKind.SUBMISSION_COMPLETED,
        testimony.by(),
        testimony.at(),
        Map.of(
            "revision", revision,
            "result", assessment.result().wireName(),
            "origin", testimony.origin().wireName(),
            "channel", testimony.channel().wireName()));
    outbox.append(
        new OutboxEvent(
            amendment ? EventType.SUBMISSION_AMENDED : EventType.SUBMISSION_COMPLETED,
            assignment.id().toString(),
            assignment.id().toString(),
            assignment.nextSequence(),
            testimony.at(),
            assignment.noticeId().toString(),
            null,
            new SubmissionRecorded(
                assignment.id(),
                assignment.noticeId(),
                assignment.checklistId(),
                assignment.checklistVersion(),
                assignment.establishment(),
                revision,
                assessment.result(),
                testimony.origin(),
                null)));
    findings.follow(
        assignment,
        revision,
        formerFindings,
        assessment.findings(),
        testimony.by(),
        testimony.at());
  }
}
