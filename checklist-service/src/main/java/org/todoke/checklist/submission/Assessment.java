package org.todoke.checklist.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.checklist.questionnaire.Item;
import org.todoke.checklist.questionnaire.Outcome;
import org.todoke.contracts.SubmissionResult;

/**
 * What answers amount to: the worst of what was assessed.
 *
 * @param outcomes of the items that were asked, answered and assessed, in the checklist's order
 */
record Assessment(SubmissionResult result, Map<String, Outcome> outcomes) {

  static Assessment of(Definition definition, Answers answers) {
    Set<String> asked = AnswerRules.asked(definition, answers);
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (Item item : definition.items()) {
      if (asked.contains(item.id())) {
        answers
            .to(item.id())
            .flatMap(item::outcomeOf)
            .ifPresent(outcome -> outcomes.put(item.id(), outcome));
      }
    }
    return new Assessment(worst(outcomes), outcomes);
  }

  /** The items whose answers call for a remediation. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    outcomes.forEach(
        (item, outcome) -> {
          if (outcome == Outcome.NON_COMPLIANT) {
            findings.add(item);
          }
        });
    return findings;
  }

  private static SubmissionResult worst(Map<String, Outcome> outcomes) {
    if (outcomes.containsValue(Outcome.NON_COMPLIANT)) {
      return SubmissionResult.NON_COMPLIANT;
    }
    if (outcomes.containsValue(Outcome.PARTIALLY_COMPLIANT)) {
      return SubmissionResult.PARTIALLY_COMPLIANT;
    }
    if (outcomes.containsValue(Outcome.COMPLIANT)) {
      return SubmissionResult.COMPLIANT;
    }
    return outcomes.containsValue(Outcome.NOT_APPLICABLE)
        ? SubmissionResult.NOT_APPLICABLE
        : SubmissionResult.NOT_ASSESSED;
  }
}
