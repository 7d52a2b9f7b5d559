package org.todoke.contracts.event;

/** What an event says, without free text and without anything about a person. */
public sealed interface EventData
    permits OrganizationSnapshot,
        NoticeIssued,
        DeliveryArrived,
        DeliveryAcknowledged,
        DeliveryExcused,
        DeliveryReminded,
        DeliveryEscalated,
        DeliverySnoozed,
        DeliveryCarriedOver,
        DeliveryDueChanged,
        NoticeEnded,
        NoticeSuperseded,
        NoticeExtended,
        ForwardingForwarded,
        ForwardingRejected,
        ForwardingFinalized,
        ChecklistPublished,
        AssignmentCreated,
        AssignmentClosed,
        SubmissionRecorded,
        RemediationRecorded {}
