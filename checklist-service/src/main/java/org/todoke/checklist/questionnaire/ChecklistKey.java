package org.todoke.checklist.questionnaire;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One version of a checklist. */
@Embeddable
public record ChecklistKey(UUID id, int version) implements Serializable {}
