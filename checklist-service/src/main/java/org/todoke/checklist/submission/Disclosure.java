package org.todoke.checklist.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.todoke.checklist.Line;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.checklist.questionnaire.Item;
import org.todoke.checklist.questionnaire.ItemType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.contracts.SubmissionResult;

/**
 * What of completed answers somebody may read. The operator and the municipality read all. A
 * prefecture reads codes and figures, and people's own words and data only where it has a duty to
 * act: it entered the answer itself, or the answer does not comply.
 *
 * @param answers in the checklist's order
 * @param withheld items that were answered, and not for this reader
 */
record Disclosure(Map<String, Object> answers, List<String> withheld) {

  static Disclosure of(
      SubmissionRevision revision, Definition definition, Line reader, OrganizationCode by) {
    boolean all =
        reader != Line.PREFECTURE || hasDutyToAct(revision.result(), revision.testimony(), by);
    return of(revision.answers(), definition, all);
  }

  static boolean hasDutyToAct(
      SubmissionResult result, Testimony testimony, OrganizationCode prefecture) {
    return result == SubmissionResult.NON_COMPLIANT
        || (testimony.origin() == SubmissionOrigin.PROXY && testimony.by().equals(prefecture));
  }

  static Disclosure of(Answers answers, Definition definition, boolean all) {
    Map<String, Object> shown = new LinkedHashMap<>();
    List<String> withheld = new ArrayList<>();
    for (Item item : definition.items()) {
      Optional<String> answer = answers.to(item.id());
      if (answer.isPresent()) {
        if (all || !item.mayHoldOwnWords()) {
          shown.put(item.id(), represent(item, answer.get()));
        } else {
          withheld.add(item.id());
        }
      }
    }
    return new Disclosure(shown, withheld);
  }

  private static Object represent(Item item, String answer) {
    return item.type() == ItemType.NUMBER ? new BigDecimal(answer) : answer;
  }
}
