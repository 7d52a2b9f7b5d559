package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Effects.Effect;

@QuarkusTest
class InboxTest extends InboxCase {

  @Test
  void batchIsHandledOnceAndInOrder() {
    EventEnvelope a1 = Records.event("a", 1);
    EventEnvelope b1 = Records.event("b", 1);
    EventEnvelope a2 = Records.event("a", 2);

    receive(a1, b1, a2);

    assertThat(effects.of(consumer)).containsExactly(effect(a1), effect(b1), effect(a2));
    assertThat(effects.calls()).isEqualTo(1);
    assertThat(count("received")).isEqualTo(3);
    assertThat(count("handled")).isEqualTo(3);
  }

  @Test
  void handlerSeesTheEventsAsTheyWereSent() {
    var seen = new ArrayList<EventEnvelope>();
    EventEnvelope event = Records.event("a", 1);

    inbox.receive(consumer, records.batch(event), seen::addAll);

    assertThat(seen).containsExactly(event);
  }

  @Test
  void eventsOfTypesThatDoNotConcernTheConsumerLeaveNothingBehind() {
    EventEnvelope event = Records.event("a", 1);
    var seen = new ArrayList<EventEnvelope>();
    var asked = new LinkedHashSet<String>();

    inbox.receive(consumer, records.batch(event), concernedBy(asked, false, seen));

    assertThat(asked).containsExactly(event.type());
    assertThat(seen).isEmpty();
    assertThat(count("received")).isEqualTo(1);
    assertThat(count("ignored")).isEqualTo(1);
    assertThat(count("handled")).isZero();

    inbox.receive(consumer, records.batch(event), concernedBy(asked, true, seen));

    assertThat(seen).as("no mark was kept of it").containsExactly(event);
  }

  private static EventHandler concernedBy(
      Set<String> asked, boolean concerned, List<EventEnvelope> seen) {
    return new EventHandler() {
      @Override
      public boolean concerns(String type) {
        asked.add(type);
        return concerned;
      }

      @Override
      public void handle(List<EventEnvelope> events) {
        seen.addAll(events);
      }
    };
  }

  @Test
  void repeatedEventsChangeNothing() {
    EventEnvelope a1 = Records.event("a", 1);
    EventEnvelope a2 = Records.event("a", 2);
    receive(a1, a2);

    receive(a1, a2);
    receive(a2, a1, a2);
    EventEnvelope a3 = Records.event("a", 3);
    receive(a1, a3, a3);

    assertThat(effects.of(consumer)).containsExactly(effect(a1), effect(a2), effect(a3));
    assertThat(count("duplicate")).isEqualTo(7);
  }

  @Test
  void anotherConsumerHasItsOwnMarks() {
    EventEnvelope event = Records.event("a", 1);
    receive(event);

    inbox.receive(consumer + ".other", records.batch(event), effects.handler("other"));

    assertThat(effects.of("other")).containsExactly(effect(event));
  }

  @Test
  void effectAndMarkAreRolledBackTogether() {
    EventEnvelope event = Records.event("a", 1);
    var failures = new AtomicInteger();
    effects.after(
        events -> {
          if (failures.incrementAndGet() == 1) {
            throw new IllegalStateException("after the effect was written");
          }
        });

    receive(event);

    assertThat(failures).hasValue(2);
    assertThat(effects.of(consumer)).containsExactly(effect(event));
  }

  @Test
  void failureOfTheCommitTakesBackEffectAndMark() {
    EventEnvelope event = Records.event("a", 1);
    var failures = new AtomicInteger();
    effects.after(
        events -> {
          if (failures.incrementAndGet() == 1) {
            execute("insert into receipt (thing) values ('no such thing')");
          }
        });

    receive(event);

    assertThat(failures).hasValue(2);
    assertThat(effects.of(consumer)).containsExactly(effect(event));
    assertThat(parked()).isEmpty();
  }

  @Test
  void sameBatchOnTwoInstancesHasItsEffectOnce() throws Exception {
    EventEnvelope[] events =
        LongStream.rangeClosed(1, 200)
            .mapToObj(n -> Records.event("k" + n % 10, n))
            .toArray(EventEnvelope[]::new);
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        work.add(threads.submit(() -> receive(events)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(effects.of(consumer))
        .hasSize(200)
        .extracting(Effect::eventId)
        .doesNotHaveDuplicates();
  }

  @Test
  void logLinesOfAHandlerNameTheEventAndTheNotice() {
    var seen = new ArrayList<Object>();
    EventEnvelope event = Records.event("a", 1);

    inbox.receive(
        consumer,
        records.batch(event),
        events -> {
          seen.add(MDC.get("eventId"));
          seen.add(MDC.get("correlationId"));
          seen.add(MDC.get("noticeId"));
        });

    assertThat(seen).containsExactly(event.id(), "cascade", Records.NOTICE);
    assertThat(MDC.get("eventId")).isNull();
    assertThat(MDC.get("noticeId")).isNull();
  }

  @Test
  void whatPostgreSqlSaysOfTheDataIsNeitherKeptNorThrown() {
    var thrown = new ArrayList<String>();
    inbox.receive(
        consumer,
        records.batch(Records.event("a", 1)),
        events -> {
          try {
            execute("insert into thing (id, note, seq) values ('secret', null, 1)");
          } catch (IllegalStateException e) {
            thrown.add(e.getCause().getMessage());
            throw e;
          }
        });

    assertThat(thrown).hasSize(3).allMatch(message -> !message.contains("secret"));
    assertThat(parked())
        .singleElement()
        .satisfies(
            key ->
                assertThat(key.reason())
                    .matches("PSQLException: SQL state 23502 in InboxCase.execute:[0-9]+"));
  }
}
