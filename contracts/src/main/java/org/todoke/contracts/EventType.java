package org.todoke.contracts;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every fact that the suite publishes: its name on the wire, the version of its schema and the
 * topic that carries it. Within a version the change is additive only; a consumer ignores types and
 * members that it does not know.
 */
public enum EventType {
  ORGANIZATION_REGISTERED("organization.registered", 1, Topics.ORGANIZATIONS),
  ORGANIZATION_CHANGED("organization.changed", 1, Topics.ORGANIZATIONS),
  ORGANIZATION_CLOSED("organization.closed", 1, Topics.ORGANIZATIONS),
  ORGANIZATION_ERASED("organization.erased", 1, Topics.ORGANIZATIONS),

  NOTICE_ISSUED("notice.issued", 1, Topics.NOTICES),
  NOTICE_CLOSED("notice.closed", 1, Topics.NOTICES),
  NOTICE_CANCELLED("notice.cancelled", 1, Topics.NOTICES),
  NOTICE_SUPERSEDED("notice.superseded", 1, Topics.NOTICES),
  NOTICE_EXTENDED("notice.extended", 1, Topics.NOTICES),
  QUESTION_ASKED("question.asked", 1, Topics.NOTICES),
  QUESTION_ANSWERED("question.answered", 1, Topics.NOTICES),
  ANSWER_PUBLISHED("answer.published", 1, Topics.NOTICES),

  DELIVERY_ARRIVED("delivery.arrived", 1, Topics.DELIVERIES),
  DELIVERY_ACKNOWLEDGED("delivery.acknowledged", 1, Topics.DELIVERIES),
  DELIVERY_EXCUSED("delivery.excused", 1, Topics.DELIVERIES),
  DELIVERY_REMINDED("delivery.reminded", 1, Topics.DELIVERIES),
  DELIVERY_ESCALATED("delivery.escalated", 1, Topics.DELIVERIES),
  DELIVERY_SNOOZED("delivery.snoozed", 1, Topics.DELIVERIES),
  DELIVERY_CARRIED_OVER("delivery.carried-over", 1, Topics.DELIVERIES),
  DELIVERY_DUE_CHANGED("delivery.due-changed", 1, Topics.DELIVERIES),
  FORWARDING_FORWARDED("forwarding.forwarded", 1, Topics.DELIVERIES),
  FORWARDING_REJECTED("forwarding.rejected", 1, Topics.DELIVERIES),
  FORWARDING_FINALIZED("forwarding.finalized", 1, Topics.DELIVERIES),
  DELIVERY_ADDED("delivery.added", 1, Topics.DELIVERIES),
  FORWARDING_REROUTED("forwarding.rerouted", 1, Topics.DELIVERIES),
  FORWARDING_REJECTION_DECLINED("forwarding.rejection-declined", 1, Topics.DELIVERIES),
  DELIVERY_DELEGATED("delivery.delegated", 1, Topics.DELIVERIES),
  DELIVERY_NOTED("delivery.noted", 1, Topics.DELIVERIES),
  DELIVERY_ATTEMPTED("delivery.attempted", 1, Topics.DELIVERIES),

  CHECKLIST_PUBLISHED("checklist.published", 1, Topics.CHECKLISTS),

  ASSIGNMENT_CREATED("assignment.created", 1, Topics.ASSIGNMENTS),
  ASSIGNMENT_CLOSED("assignment.closed", 1, Topics.ASSIGNMENTS),
  ASSIGNMENT_REOPENED("assignment.reopened", 1, Topics.ASSIGNMENTS),
  SUBMISSION_COMPLETED("submission.completed", 1, Topics.ASSIGNMENTS),
  SUBMISSION_AMENDED("submission.amended", 1, Topics.ASSIGNMENTS),
  REMEDIATION_OPENED("remediation.opened", 1, Topics.ASSIGNMENTS),
  REMEDIATION_COMPLETED("remediation.completed", 1, Topics.ASSIGNMENTS),
  REMEDIATION_WITHDRAWN("remediation.withdrawn", 1, Topics.ASSIGNMENTS),

  ATTEMPT_CREATED("attempt.created", 1, Topics.ATTEMPTS),
  ATTEMPT_SENT("attempt.sent", 1, Topics.ATTEMPTS),
  ATTEMPT_FAILED("attempt.failed", 1, Topics.ATTEMPTS);

  private final String wireName;
  private final int version;
  private final String topic;

  EventType(String wireName, int version, String topic) {
    this.wireName = wireName;
    this.version = version;
    this.topic = topic;
  }

  /** For example {@code delivery.arrived}: the CloudEvents attribute {@code type}. */
  public String wireName() {
    return wireName;
  }

  public int version() {
    return version;
  }

  public String topic() {
    return topic;
  }

  /**
   * Whether the record has no body. On a compacted topic that removes every earlier event of the
   * key, and after a while itself.
   */
  public boolean isTombstone() {
    return this == ORGANIZATION_ERASED;
  }

  /** The CloudEvents attribute {@code dataschema}, and the {@code $id} of the JSON Schema. */
  public String schemaId() {
    return "urn:todoke:event:" + wireName + ":" + version;
  }

  /** Where the JSON Schema lies on the class path. */
  public String schemaResource() {
    return "/contracts/schemas/" + wireName + ".v" + version + ".json";
  }

  /** Where the golden sample lies on the class path. */
  public String sampleResource() {
    return "/contracts/samples/" + wireName + ".v" + version + ".json";
  }

  /**
   * Empty for a type that this version of the suite does not know: to be ignored, not to be
   * refused.
   */
  public static Optional<EventType> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(t -> t.wireName.equals(wireName)).findFirst();
  }
}
