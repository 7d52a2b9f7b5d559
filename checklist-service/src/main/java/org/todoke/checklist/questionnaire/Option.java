package org.todoke.checklist.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the answers to choose from; the code is stored, the text is shown. */
@Schema(name = "ChecklistOption")
public record Option(String code, String text) {}
