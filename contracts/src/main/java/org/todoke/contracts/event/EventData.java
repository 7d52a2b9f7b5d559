package org.todoke.contracts.event;

/** What an event says, without free text and without anything about a person. */
public sealed interface EventData
    permits OrganizationSnapshot,
        NoticeIssued,
        QuestionAsked,
        QuestionAnswered,
        AnswerPublished,
        DeliveryArrived,
        DeliveryAcknowledged,
        DeliveryExcused,
        ForwardingForwarded,
        ForwardingRejected,
        ForwardingFinalized,
        DeliveryAdded,
        ForwardingRerouted,
        ForwardingRejectionDeclined,
        DeliveryDelegated,
        DeliveryNoted,
        ChecklistPublished,
        AssignmentCreated,
        AssignmentClosed,
        SubmissionRecorded,
        RemediationRecorded {}
