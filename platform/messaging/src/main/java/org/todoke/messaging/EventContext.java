package org.todoke.messaging;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.todoke.web.LogKeys;

/**
 * Hands events to a handler within what they bring along: the names for the log, and the trace.
 *
 * <p>With tracing on, a batch is handed over in pieces, one for each run of events of one trace, so
 * that what a handler causes is found under the notice that it belongs to. All pieces are in the
 * same transaction.
 */
@ApplicationScoped
class EventContext {

  private final boolean tracing;

  EventContext(
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true")
          boolean tracingDisabled) {
    this.tracing = !tracingDisabled;
  }

  void handle(String consumer, List<EventEnvelope> events, EventHandler handler) {
    if (!tracing) {
      named(events, handler);
      return;
    }
    int from = 0;
    for (int i = 1; i <= events.size(); i++) {
      if (i == events.size() || !sameTrace(events.get(from), events.get(i))) {
        traced(consumer, events.subList(from, i), handler);
        from = i;
      }
    }
  }

  private static boolean sameTrace(EventEnvelope a, EventEnvelope b) {
    return Objects.equals(a.traceParent(), b.traceParent());
  }

  private static void traced(String consumer, List<EventEnvelope> events, EventHandler handler) {
    Span span =
        GlobalOpenTelemetry.getTracer("org.todoke.messaging")
            .spanBuilder("process " + consumer)
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(Traces.contextOf(events.get(0).traceParent()))
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.batch.message_count", (long) events.size())
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      named(events, handler);
    } catch (RuntimeException e) {
      // Not the exception itself: its message may quote the data.
      span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }

  private static void named(List<EventEnvelope> events, EventHandler handler) {
    Map<String, @Nullable Object> before = new LinkedHashMap<>();
    put(before, LogKeys.EVENT_ID, common(events, EventEnvelope::id));
    put(before, LogKeys.CORRELATION_ID, common(events, EventEnvelope::correlationId));
    put(before, LogKeys.NOTICE_ID, common(events, EventContext::notice));
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

  /** Every event about a notice has its id in the data, under the name that it has in the log. */
  private static @Nullable String notice(EventEnvelope event) {
    return event.data().path(LogKeys.NOTICE_ID).textValue();
  }

  private static @Nullable String common(
      List<EventEnvelope> events, Function<EventEnvelope, @Nullable String> attribute) {
    String first = attribute.apply(events.get(0));
    return events.stream().allMatch(e -> Objects.equals(attribute.apply(e), first)) ? first : null;
  }
}
