package org.todoke.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Hands events to a handler with what they have in common in the log context. */
final class EventContext {

  private static final String EVENT_ID = "eventId";
  private static final String CORRELATION_ID = "correlationId";

  private EventContext() {}

  static void handle(List<EventEnvelope> events, EventHandler handler) {
    Map<String, @Nullable Object> before = new LinkedHashMap<>();
    put(before, EVENT_ID, common(events, EventEnvelope::id));
    put(before, CORRELATION_ID, common(events, EventEnvelope::correlationId));
    try {
      handler.handle(new ArrayList<>(events));
    } finally {
      before.forEach(EventContext::set);
    }
  }

  private static void put(
      Map<String, @Nullable Object> before, String name, @Nullable String value) {
    before.put(name, MDC.get(name));
    set(name, value);
  }

  private static void set(String name, @Nullable Object value) {
    if (value == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, value);
    }
  }

  private static @Nullable String common(
      List<EventEnvelope> events, Function<EventEnvelope, String> attribute) {
    String first = attribute.apply(events.get(0));
    return events.stream().allMatch(e -> Objects.equals(attribute.apply(e), first)) ? first : null;
  }
}
