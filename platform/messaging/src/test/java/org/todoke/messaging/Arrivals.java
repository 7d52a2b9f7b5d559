package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.todoke.testing.ReceivedEvent;

/** What a topic must hold after whatever happened to the relay. */
final class Arrivals {

  private Arrivals() {}

  /** Each key's events 1 to {@code last}, none missing, each seen for the first time in order. */
  static void assertCompleteAndInOrder(
      List<ReceivedEvent> received, Collection<String> keys, int last) {
    Map<String, Set<Long>> firstSeen = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>();
    for (ReceivedEvent event : received) {
      if (keys.contains(event.subject()) && ids.add(event.id())) {
        assertThat(
                firstSeen
                    .computeIfAbsent(event.subject(), key -> new LinkedHashSet<>())
                    .add(event.sequence()))
            .as("sequence %d of %s under one id only", event.sequence(), event.subject())
            .isTrue();
      }
    }
    for (String key : keys) {
      assertThat(firstSeen.get(key))
          .as("first seen of %s", key)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
    }
  }
}
