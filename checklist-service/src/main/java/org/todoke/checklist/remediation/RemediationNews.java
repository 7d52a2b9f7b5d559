package org.todoke.checklist.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.checklist.assignment.FactKind;
import org.todoke.checklist.assignment.Facts;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.RemediationRecorded;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.OutboxEvent;

/** Writes down and says what happened to a remediation. */
@ApplicationScoped
class RemediationNews {

  private final Facts facts;
  private final Outbox outbox;

  RemediationNews(Facts facts, Outbox outbox) {
    this.facts = facts;
    this.outbox = outbox;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void note(
      Assignment assignment,
      Remediation remediation,
      FactKind kind,
      OrganizationCode by,
      Instant time,
      Map<String, Object> more) {
    Map<String, Object> details = new HashMap<>(more);
    details.put("remediationId", remediation.id());
    details.put("itemId", remediation.itemId());
    facts.append(assignment, kind, by, time, details);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void say(Assignment assignment, Remediation remediation, EventType type, Instant time) {
    outbox.append(
        new OutboxEvent(
            type,
            assignment.id().toString(),
            assignment.id().toString(),
            assignment.nextSequence(),
            time,
            assignment.noticeId().toString(),
            null,
            new RemediationRecorded(
                remediation.id(),
                assignment.id(),
                assignment.noticeId(),
                assignment.checklistId(),
                assignment.checklistVersion(),
                assignment.establishment(),
                remediation.itemId())));
    outbox.wakeRelay();
  }
}
