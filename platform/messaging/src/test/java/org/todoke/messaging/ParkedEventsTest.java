package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.ParkedEvents.Discard;
import org.todoke.messaging.ParkedEvents.Replay;
import org.todoke.messaging.app.Effects;
import org.todoke.messaging.app.Effects.Effect;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.web.Refusal;

@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class ParkedEventsTest {

  private static final String BY = "go:mhlw";

  @Inject Inbox inbox;
  @Inject ParkedEvents parkedEvents;
  @Inject Effects effects;
  @Inject InboxTransaction transaction;
  @Inject InboxMetrics metrics;
  @Inject InboxConfig config;
  @Inject EventContext context;
  @Inject Clock clock;

  private final String consumer = "test." + UUID.randomUUID();
  private final Records records = new Records();
  private final EventEnvelope a1 = Records.event("a", 1);
  private final EventEnvelope a2 = Records.event("a", 2);
  private final EventEnvelope a3 = Records.event("a", 3);

  @BeforeEach
  void park() {
    effects.reset();
    effects.poison(a1.id());
    receive(a1, a2, a3);
  }

  @Test
  void replayHandlesInOrderAndFreesTheKey() {
    effects.heal(a1.id());

    Replay replay = parkedEvents.replay(consumer, "a");

    assertThat(replay).isEqualTo(new Replay(consumer, "a", 3, 0, null));
    assertThat(effects.of(consumer)).extracting(Effect::sequence).containsExactly(1L, 2L, 3L);
    EventEnvelope a4 = Records.event("a", 4);
    receive(a4);
    assertThat(effects.of(consumer)).hasSize(4);
    assertThat(parked()).isEmpty();
  }

  @Test
  void replayStopsAtTheFirstThatFailsAgain() {
    effects.heal(a1.id());
    effects.poison(a2.id());

    Replay replay = parkedEvents.replay(consumer, "a");

    assertThat(replay)
        .isEqualTo(new Replay(consumer, "a", 1, 2, "IllegalArgumentException: indigestible"));
    assertThat(effects.of(consumer)).extracting(Effect::sequence).containsExactly(1L);
    assertThat(parked())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.count()).isEqualTo(2);
              assertThat(key.reason()).isEqualTo("IllegalArgumentException: indigestible");
              assertThat(key.attempts()).isEqualTo(1);
            });
  }

  @Test
  void eventThatHadItsEffectBeforeIsNotHandledAgainByAReplay() {
    effects.heal(a1.id());
    // The same event came twice, and lies twice behind the one that failed.
    receive(a2);

    assertThat(parkedEvents.replay(consumer, "a").remaining()).isZero();

    assertThat(effects.of(consumer)).extracting(Effect::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void replayedEventThatComesAgainChangesNothing() {
    effects.heal(a1.id());
    parkedEvents.replay(consumer, "a");

    receive(a1, a2, a3);

    assertThat(effects.of(consumer)).hasSize(3);
  }

  @Test
  void discardDropsTheFirstForGoodAndLeavesTheRest() {
    Discard discard = parkedEvents.discard(consumer, "a", null, "not ours", BY);

    assertThat(discard.remaining()).isEqualTo(2);
    assertThat(parkedEvents.replay(consumer, "a").replayed()).isEqualTo(2);
    effects.heal(a1.id());
    receive(a1);
    assertThat(effects.of(consumer)).extracting(Effect::sequence).containsExactly(2L, 3L);
    assertThat(parked()).isEmpty();
  }

  @Test
  void discardOfAnEventThatIsNoLongerFirstIsRefused() {
    long head = parked().get(0).head();
    parkedEvents.discard(consumer, "a", head, "not ours", BY);

    assertRefused(
        () -> parkedEvents.discard(consumer, "a", head, "not ours", BY), "parked.head-changed");

    assertThat(parked()).extracting(ParkedKey::count).containsExactly(2L);
  }

  @Test
  void unreadableRecordCanOnlyBeDiscardedAndDoesNotComeBack() {
    ConsumerRecord<String, byte[]> broken = records.broken("b");
    EventEnvelope b1 = Records.event("b", 1);
    receive(List.of(broken, records.of(b1)));

    Replay replay = parkedEvents.replay(consumer, "b");
    assertThat(replay.remaining()).isEqualTo(2);
    assertThat(replay.reason()).isEqualTo("unreadable: not a CloudEvent in binary mode");

    parkedEvents.discard(consumer, "b", null, "no event", BY);
    assertThat(parkedEvents.replay(consumer, "b").remaining()).isZero();
    receive(List.of(broken));
    assertThat(parked()).extracting(ParkedKey::key).containsExactly("a");
    assertThat(effects.of(consumer)).extracting(Effect::eventId).containsExactly(b1.id());
  }

  @Test
  void replayRacingWithNewArrivalsLosesNothingAndKeepsTheOrder() throws Exception {
    effects.heal(a1.id());
    int last = 150;
    var started = new CountDownLatch(1);
    var threads = Executors.newSingleThreadExecutor();
    try {
      var arrivals =
          threads.submit(
              () -> {
                LongStream.rangeClosed(4, last)
                    .forEach(
                        n -> {
                          receive(Records.event("a", n));
                          if (n == 20) {
                            started.countDown();
                          }
                        });
              });
      assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(parkedEvents.replay(consumer, "a").reason()).isNull();
      arrivals.get();
    } finally {
      threads.shutdown();
    }
    if (!parked().isEmpty()) {
      parkedEvents.replay(consumer, "a");
    }

    assertThat(effects.of(consumer))
        .extracting(Effect::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  @Test
  void twoReplaysAtOnceHandleEachEventOnce() throws Exception {
    effects.heal(a1.id());
    receive(
        LongStream.rangeClosed(4, 60)
            .mapToObj(n -> Records.event("a", n))
            .toArray(EventEnvelope[]::new));
    var threads = Executors.newFixedThreadPool(2);
    try {
      var first = threads.submit(() -> replayOrNothing());
      var second = threads.submit(() -> replayOrNothing());
      assertThat(first.get() + second.get()).isEqualTo(60);
    } finally {
      threads.shutdown();
    }

    assertThat(effects.of(consumer))
        .extracting(Effect::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
  }

  private int replayOrNothing() {
    try {
      return parkedEvents.replay(consumer, "a").replayed();
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo("parked.unknown");
      return 0;
    }
  }

  @Test
  void consumerThatHasNotRegisteredCannotReplay() {
    var restarted =
        new ParkedEvents(
            transaction, new Inbox(transaction, metrics, config), metrics, context, clock);

    assertRefused(() -> restarted.replay(consumer, "a"), "parked.no-handler");

    assertThat(parked()).extracting(ParkedKey::count).containsExactly(3L);
  }

  @Test
  void keyThatIsNotParkedIsUnknown() {
    assertRefused(() -> parkedEvents.replay(consumer, "b"), "parked.unknown");
    assertRefused(
        () -> parkedEvents.discard("nobody", "a", null, "not ours", BY), "parked.unknown");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable command, String code) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private void receive(EventEnvelope... events) {
    inbox.receive(consumer, records.batch(events), effects.handler(consumer));
  }

  private void receive(List<ConsumerRecord<String, byte[]>> batch) {
    inbox.receive(consumer, Records.batch(batch), effects.handler(consumer));
  }

  private List<ParkedKey> parked() {
    return parkedEvents.list(0, 1000).stream()
        .filter(key -> key.consumer().equals(consumer))
        .toList();
  }
}
