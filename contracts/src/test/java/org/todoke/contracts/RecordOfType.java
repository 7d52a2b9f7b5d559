package org.todoke.contracts;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.event.AnswerPublished;
import org.todoke.contracts.event.AssignmentClosed;
import org.todoke.contracts.event.AssignmentCreated;
import org.todoke.contracts.event.AssignmentReopened;
import org.todoke.contracts.event.AttemptFailed;
import org.todoke.contracts.event.AttemptRecorded;
import org.todoke.contracts.event.ChecklistPublished;
import org.todoke.contracts.event.DeliveryAcknowledged;
import org.todoke.contracts.event.DeliveryAdded;
import org.todoke.contracts.event.DeliveryArrived;
import org.todoke.contracts.event.DeliveryAttempted;
import org.todoke.contracts.event.DeliveryCarriedOver;
import org.todoke.contracts.event.DeliveryDelegated;
import org.todoke.contracts.event.DeliveryDueChanged;
import org.todoke.contracts.event.DeliveryEscalated;
import org.todoke.contracts.event.DeliveryExcused;
import org.todoke.contracts.event.DeliveryNoted;
import org.todoke.contracts.event.DeliveryReminded;
import org.todoke.contracts.event.DeliverySnoozed;
import org.todoke.contracts.event.EventData;
import org.todoke.contracts.event.ForwardingFinalized;
import org.todoke.contracts.event.ForwardingForwarded;
import org.todoke.contracts.event.ForwardingRejected;
import org.todoke.contracts.event.ForwardingRejectionDeclined;
import org.todoke.contracts.event.ForwardingRerouted;
import org.todoke.contracts.event.NoticeEnded;
import org.todoke.contracts.event.NoticeExtended;
import org.todoke.contracts.event.NoticeIssued;
import org.todoke.contracts.event.NoticeSuperseded;
import org.todoke.contracts.event.OrganizationSnapshot;
import org.todoke.contracts.event.QuestionAnswered;
import org.todoke.contracts.event.QuestionAsked;
import org.todoke.contracts.event.RemediationRecorded;
import org.todoke.contracts.event.SubmissionRecorded;

/** Which record carries the data of a type, and which of its components may be absent. */
final class RecordOfType {

  private RecordOfType() {}

  static Class<? extends EventData> of(EventType type) {
    return switch (type) {
      case ORGANIZATION_REGISTERED, ORGANIZATION_CHANGED, ORGANIZATION_CLOSED ->
          OrganizationSnapshot.class;
      case ORGANIZATION_ERASED -> throw new IllegalArgumentException("a tombstone has no data");
      case NOTICE_ISSUED -> NoticeIssued.class;
      case NOTICE_CLOSED, NOTICE_CANCELLED -> NoticeEnded.class;
      case NOTICE_SUPERSEDED -> NoticeSuperseded.class;
      case NOTICE_EXTENDED -> NoticeExtended.class;
      case DELIVERY_CARRIED_OVER -> DeliveryCarriedOver.class;
      case DELIVERY_DUE_CHANGED -> DeliveryDueChanged.class;
      case QUESTION_ASKED -> QuestionAsked.class;
      case QUESTION_ANSWERED -> QuestionAnswered.class;
      case ANSWER_PUBLISHED -> AnswerPublished.class;
      case DELIVERY_ARRIVED -> DeliveryArrived.class;
      case DELIVERY_ACKNOWLEDGED -> DeliveryAcknowledged.class;
      case DELIVERY_EXCUSED -> DeliveryExcused.class;
      case DELIVERY_REMINDED -> DeliveryReminded.class;
      case DELIVERY_ESCALATED -> DeliveryEscalated.class;
      case DELIVERY_SNOOZED -> DeliverySnoozed.class;
      case FORWARDING_FORWARDED -> ForwardingForwarded.class;
      case FORWARDING_REJECTED -> ForwardingRejected.class;
      case FORWARDING_FINALIZED -> ForwardingFinalized.class;
      case DELIVERY_ADDED -> DeliveryAdded.class;
      case FORWARDING_REROUTED -> ForwardingRerouted.class;
      case FORWARDING_REJECTION_DECLINED -> ForwardingRejectionDeclined.class;
      case DELIVERY_DELEGATED -> DeliveryDelegated.class;
      case DELIVERY_NOTED -> DeliveryNoted.class;
      case CHECKLIST_PUBLISHED -> ChecklistPublished.class;
      case ASSIGNMENT_CREATED -> AssignmentCreated.class;
      case ASSIGNMENT_CLOSED -> AssignmentClosed.class;
      case ASSIGNMENT_REOPENED -> AssignmentReopened.class;
      case SUBMISSION_COMPLETED, SUBMISSION_AMENDED -> SubmissionRecorded.class;
      case REMEDIATION_OPENED, REMEDIATION_COMPLETED, REMEDIATION_WITHDRAWN ->
          RemediationRecorded.class;
      case ATTEMPT_CREATED, ATTEMPT_SENT -> AttemptRecorded.class;
      case ATTEMPT_FAILED -> AttemptFailed.class;
      case DELIVERY_ATTEMPTED -> DeliveryAttempted.class;
    };
  }

  static List<String> components(Class<? extends EventData> data) {
    return Arrays.stream(data.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  static List<String> componentsThatMustBeThere(Class<? extends EventData> data) {
    return Arrays.stream(data.getRecordComponents())
        .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }

  static Type typeOf(Class<? extends EventData> data, String component) {
    return Arrays.stream(data.getRecordComponents())
        .filter(c -> c.getName().equals(component))
        .findFirst()
        .orElseThrow()
        .getGenericType();
  }
}
