package org.todoke.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/** Data of {@code checklist.published}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChecklistPublished(
    UUID checklistId, int version, OrganizationCode owner, List<String> itemIds)
    implements EventData {}
