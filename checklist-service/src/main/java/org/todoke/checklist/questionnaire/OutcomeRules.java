package org.todoke.checklist.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Violations;

/** Ties outcomes to the answers of an item, where those answers exist. */
final class OutcomeRules {

  private OutcomeRules() {}

  static Map<String, Outcome> read(
      List<String> codes,
      @Nullable Map<String, @Nullable String> drafts,
      String at,
      Violations violations) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    if (drafts == null) {
      return outcomes;
    }
    drafts.forEach(
        (code, name) -> {
          String here = at + Violations.step(code);
          Optional<Outcome> outcome =
              violations.oneOf(name, here, Outcome.values(), Outcome::wireName);
          if (!codes.contains(code)) {
            violations.add(here, "checklist.outcome-code-unknown");
          }
          outcome.ifPresent(o -> outcomes.put(code, o));
        });
    return outcomes;
  }
}
