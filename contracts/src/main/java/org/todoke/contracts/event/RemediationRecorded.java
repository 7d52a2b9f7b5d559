package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/**
 * Data of {@code remediation.opened}, {@code remediation.completed}, {@code remediation.withdrawn}.
 * Each opened one is later either completed or withdrawn, never both.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemediationRecorded(
    UUID remediationId,
    UUID assignmentId,
    UUID noticeId,
    UUID checklistId,
    int checklistVersion,
    OrganizationCode establishment,
    String itemId)
    implements EventData {}
