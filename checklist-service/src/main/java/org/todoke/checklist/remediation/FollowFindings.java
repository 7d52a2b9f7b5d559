package org.todoke.checklist.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.checklist.assignment.FactKind;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;

/**
 * Opens a remediation for each answer that newly does not comply, and withdraws what is unfinished
 * about those that no longer say so. A finding that was there before is left as it stands: what was
 * done about it is not asked for twice.
 */
@ApplicationScoped
public class FollowFindings {

  private final Remediations remediations;
  private final RemediationNews news;

  FollowFindings(Remediations remediations, RemediationNews news) {
    this.remediations = remediations;
    this.news = news;
  }

  /** Under the lock of the assignment, which the caller holds. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void follow(
      Assignment assignment,
      int revision,
      List<String> former,
      List<String> present,
      OrganizationCode by,
      Instant time) {
    for (Remediation remediation : remediations.unfinishedOf(assignment)) {
      if (!present.contains(remediation.itemId())
          && remediation.state() instanceof RemediationState.Unfinished unfinished) {
        remediation.become(unfinished.withdraw(WithdrawalReason.FINDING_REMOVED, time));
        news.note(
            assignment,
            remediation,
            FactKind.REMEDIATION_WITHDRAWN,
            by,
            time,
            Map.of("reason", WithdrawalReason.FINDING_REMOVED.wireName()));
        news.say(assignment, remediation, EventType.REMEDIATION_WITHDRAWN, time);
      }
    }
    for (String item : present) {
      if (!former.contains(item)) {
        Remediation remediation = Remediation.open(assignment, revision, item, time);
        remediations.persist(remediation);
        news.note(assignment, remediation, FactKind.REMEDIATION_OPENED, by, time, Map.of());
        news.say(assignment, remediation, EventType.REMEDIATION_OPENED, time);
      }
    }
  }
}
