package org.todoke.checklist.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.checklist.assignment.Assignments;
import org.todoke.checklist.assignment.FactKind;
import org.todoke.checklist.assignment.PermittedActions;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.security.Actor;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Refusal;
import org.todoke.web.Violations;

/** An operator says that it has begun, and what it has done; or an authority says so for it. */
@ApplicationScoped
public class WorkOnRemediation {

  static final int MAX_MEASURES = 4000;

  private final Assignments assignments;
  private final Remediations remediations;
  private final RemediationNews news;
  private final Clock clock;

  WorkOnRemediation(
      Assignments assignments, Remediations remediations, RemediationNews news, Clock clock) {
    this.assignments = assignments;
    this.remediations = remediations;
    this.news = news;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param completedOn the day on which it was done
   * @param channel how the news came; by proxy only
   */
  public record Completion(
      @Nullable String measures, @Nullable LocalDate completedOn, @Nullable Channel channel) {}

  private record Held(Assignment assignment, Remediation remediation) {}

  /** Repeating it changes nothing. */
  @Transactional
  public void start(UUID id, Actor actor) {
    Held held = lock(id, actor);
    RemediationState state = held.remediation().state();
    if (state instanceof RemediationState.Open open) {
      Instant now = clock.instant();
      held.remediation().become(open.start(now));
      news.note(
          held.assignment(),
          held.remediation(),
          FactKind.REMEDIATION_STARTED,
          actor.organization(),
          now,
          Map.of());
    } else if (!(state instanceof RemediationState.InProgress)) {
      throw Refusal.conflict("remediation.finished");
    }
  }

  /** Repeating it with the same content changes nothing. */
  @Transactional
  public void complete(UUID id, Completion completion, Actor actor) {
    Held held = lock(id, actor);
    RemediationState.Report report = check(completion, held.assignment(), actor);
    RemediationState state = held.remediation().state();
    if (state instanceof RemediationState.Completed done && done.report().saysTheSameAs(report)) {
      return;
    }
    if (!(state instanceof RemediationState.Unfinished unfinished)) {
      throw Refusal.conflict("remediation.finished");
    }
    held.remediation().become(unfinished.complete(report));
    Instant time = timeOf(report);
    news.note(
        held.assignment(),
        held.remediation(),
        FactKind.REMEDIATION_COMPLETED,
        actor.organization(),
        time,
        Map.of("completedOn", report.on().toString(), "channel", report.channel().wireName()));
    news.say(held.assignment(), held.remediation(), EventType.REMEDIATION_COMPLETED, time);
  }

  private Held lock(UUID id, Actor actor) {
    // Read first to learn which row to lock, and again under the lock.
    Remediation known =
        remediations
            .findByIdOptional(id)
            .orElseThrow(() -> Refusal.notFound("remediation.unknown"));
    Assignment assignment;
    try {
      assignment = assignments.lockVisible(known.assignmentId(), actor);
    } catch (Refusal foreign) {
      throw Refusal.notFound("remediation.unknown");
    }
    if (!PermittedActions.answers(actor)) {
      throw Refusal.forbidden("submission.role-missing");
    }
    remediations.getEntityManager().refresh(known);
    return new Held(assignment, known);
  }

  private RemediationState.Report check(Completion completion, Assignment assignment, Actor actor) {
    Instant now = clock.instant();
    Violations violations = new Violations();
    Optional<String> measures = violations.text(completion.measures(), "/measures", MAX_MEASURES);
    if (completion.completedOn() == null) {
      violations.add("/completedOn", "value.required");
    } else if (completion.completedOn().isAfter(JapaneseDay.of(now))) {
      violations.add("/completedOn", "date.in-future");
    }
    boolean operator = assignment.lineOf(actor.organization()).filter(Line::isOperator).isPresent();
    if (operator && completion.channel() != null) {
      violations.add("/channel", "submission.only-by-proxy");
    } else if (!operator && completion.channel() == null) {
      violations.add("/channel", "value.required");
    } else if (completion.channel() == Channel.INBOX) {
      violations.add("/channel", "submission.proxy-not-by-inbox");
    }
    violations.refuseIfAny();
    return new RemediationState.Report(
        measures.orElseThrow(),
        completion.completedOn(),
        actor.organization(),
        completion.channel() == null ? Channel.INBOX : completion.channel(),
        now);
  }

  /** Known to the day only, unless it was done today. */
  private static Instant timeOf(RemediationState.Report report) {
    return report.on().equals(JapaneseDay.of(report.recordedAt()))
        ? report.recordedAt()
        : JapaneseDay.startOf(report.on());
  }
}
