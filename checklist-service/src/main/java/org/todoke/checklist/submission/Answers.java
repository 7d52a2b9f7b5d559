package org.todoke.checklist.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was answered, by item. Each answer in its canonical text: a code, an ISO date, a plain
 * decimal number or a stripped text, so that equal answers are equal.
 */
record Answers(@JsonValue SortedMap<String, String> byItem) {

  Answers {
    byItem = Collections.unmodifiableSortedMap(new TreeMap<>(byItem));
  }

  @JsonCreator
  static Answers of(Map<String, String> byItem) {
    return new Answers(new TreeMap<>(byItem));
  }

  Optional<String> to(String itemId) {
    return Optional.ofNullable(byItem.get(itemId));
  }
}
