package org.todoke.checklist.questionnaire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a checklist asks. Valid by construction only after {@link DefinitionRules} has seen it. */
public record Definition(String title, @Nullable String description, List<Item> items) {

  public Definition {
    items = List.copyOf(items);
  }

  public Optional<Item> item(String id) {
    return items.stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
