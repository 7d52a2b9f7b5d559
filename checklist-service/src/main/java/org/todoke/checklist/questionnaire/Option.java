package org.todoke.checklist.questionnaire;

/** One of the answers to choose from; the code is stored, the text is shown. */
public record Option(String code, String text) {}
