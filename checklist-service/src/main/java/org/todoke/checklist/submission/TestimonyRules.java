package org.todoke.checklist.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.web.Violations;

/**
 * The two clocks. An operator answers for itself, now. An authority types in what was answered by
 * FAX, telephone or post, and has to say how and when.
 */
final class TestimonyRules {

  private final Violations violations;

  TestimonyRules(Violations violations) {
    this.violations = violations;
  }

  /** Where something is wrong, the violations have it and the returned value is not to be used. */
  Testimony read(
      Line line,
      OrganizationCode by,
      @Nullable Instant answeredAt,
      @Nullable Channel channel,
      Instant arrivedAt,
      Instant now) {
    if (line.isOperator()) {
      if (answeredAt != null) {
        violations.add("/answeredAt", "submission.only-by-proxy");
      }
      if (channel != null) {
        violations.add("/channel", "submission.only-by-proxy");
      }
      SubmissionOrigin origin =
          line == Line.ESTABLISHMENT
              ? SubmissionOrigin.ESTABLISHMENT
              : SubmissionOrigin.CORPORATION;
      return new Testimony(origin, by, Channel.INBOX, now);
    }
    if (channel == null) {
      violations.add("/channel", "value.required");
    } else if (channel == Channel.INBOX) {
      violations.add("/channel", "submission.proxy-not-by-inbox");
    }
    if (answeredAt == null) {
      violations.add("/answeredAt", "value.required");
    } else if (answeredAt.isAfter(now)) {
      violations.add("/answeredAt", "date.in-future");
    } else if (answeredAt.isBefore(arrivedAt)) {
      violations.add("/answeredAt", "submission.answered-before-arrival");
    }
    return new Testimony(
        SubmissionOrigin.PROXY,
        by,
        channel == null ? Channel.FAX : channel,
        answeredAt == null ? now : answeredAt);
  }
}
