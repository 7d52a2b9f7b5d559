package org.todoke.registry.importing.applying;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many of what were created, changed and so on. */
final class Effects {

  private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();

  Effects add(String kind, String action, long count) {
    if (count != 0) {
      counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(action, count, Long::sum);
    }
    return this;
  }

  Effects addAll(Map<String, Map<String, Long>> others) {
    others.forEach((kind, actions) -> actions.forEach((action, n) -> add(kind, action, n)));
    return this;
  }

  Map<String, Map<String, Long>> counts() {
    return counts;
  }
}
