package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Effects;
import org.todoke.messaging.app.Things;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.TopicProbe;

/** With the one switch on, a trace follows the event. */
@QuarkusTest
@TestProfile(TracingTest.TracingOn.class)
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class TracingTest {

  /** As an operator would set it. */
  public static class TracingOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
    }
  }

  @Inject Things things;
  @Inject Effects effects;
  @Inject Inbox inbox;
  @Inject Tracer tracer;

  private final String id = UUID.randomUUID().toString();
  private TopicProbe probe;

  @BeforeEach
  void listen() {
    effects.reset();
    probe = TopicProbe.fromNow("todoke.deliveries");
  }

  @AfterEach
  void hangUp() {
    probe.close();
  }

  @Test
  void traceOfARequestIsFoundInTheHandlerOfItsEvent() {
    var seen = new CopyOnWriteArrayList<String>();
    effects.before(
        events -> {
          if (events.stream().anyMatch(event -> event.subject().equals(id))) {
            seen.add(Span.current().getSpanContext().getTraceId());
          }
        });
    things.create(id);
    Span span = tracer.spanBuilder("request").startSpan();
    try (Scope scope = span.makeCurrent()) {
      things.change(id);
    } finally {
      span.end();
    }

    ReceivedEvent event = probe.awaitEvent("delivery.acknowledged", id);

    String trace = span.getSpanContext().getTraceId();
    assertThat(event.extension("traceparent"))
        .startsWith("00-" + trace + "-")
        .matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    Eventually.assertThat(() -> assertThat(seen).containsExactly(trace));
  }

  @Test
  void batchOfSeveralTracesIsHandedOverInPieces() {
    var pieces = new CopyOnWriteArrayList<List<Object>>();
    EventEnvelope[] batch = {
      traced("a", 1, "11111111111111111111111111111111"),
      traced("a", 2, "11111111111111111111111111111111"),
      traced("b", 1, "22222222222222222222222222222222"),
      Records.event("c", 1),
      traced("a", 3, "11111111111111111111111111111111")
    };

    inbox.receive(
        "test.traces",
        new Records().batch(batch),
        events ->
            pieces.add(
                List.of(events.size(), Span.current().getSpanContext().getTraceId().charAt(0))));

    assertThat(pieces).hasSize(4);
    assertThat(pieces.get(0)).isEqualTo(List.of(2, '1'));
    assertThat(pieces.get(1)).isEqualTo(List.of(1, '2'));
    assertThat(pieces.get(2).get(0)).isEqualTo(1);
    assertThat(pieces.get(3)).isEqualTo(List.of(1, '1'));
  }

  private static EventEnvelope traced(String key, long sequence, String trace) {
    EventEnvelope e = Records.event(key, sequence);
    return new EventEnvelope(
        e.id(),
        e.source(),
        e.type(),
        e.dataSchema(),
        e.subject(),
        e.partitionKey(),
        e.time(),
        e.recordedTime(),
        e.correlationId(),
        e.causationId(),
        e.sequence(),
        "00-" + trace + "-3333333333333333-01",
        e.data());
  }
}
